import "server-only";
import type { Readable } from "node:stream";
import { environment } from "../environment";
import { DiskStore } from "./disk-store";
import { S3Store } from "./s3-store";

/**
 * Where the bytes of files are, under keys the portal draws at random: `<file>/pieces/…` while they arrive, `<file>/content`
 * afterwards. Nothing of a name or of a person is in a key.
 */
export interface FileStore {
  /** Keeps bytes under a key. Resolves once they are safe. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Keeps a file of this machine under a key, in place of what was there. Resolves once it is safe. */
  putFile(key: string, path: string, size: number): Promise<void>;
  /** The bytes under a key. Throws when there are none. */
  read(key: string): Promise<Readable>;
  /** Removes all that is under a prefix ending with `/`. Nothing there is no error. */
  removeAll(prefix: string): Promise<void>;
}

const holder = globalThis as typeof globalThis & { guichetFiles?: FileStore };

/** The store of the portal: a directory by default, an S3-compatible store by configuration. */
export function fileStore(): FileStore {
  const { files } = environment();
  holder.guichetFiles ??= files.kind === "s3" ? new S3Store(files) : new DiskStore(files.directory);
  return holder.guichetFiles;
}
