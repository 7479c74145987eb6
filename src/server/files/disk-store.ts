import "server-only";
import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { copyFile, mkdir, open, rename, rm } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import type { FileStore } from "./store";

/** Files in a directory of this machine, or of a disk its replicas share. */
export class DiskStore implements FileStore {
  constructor(private readonly directory: string) {}

  async put(key: string, bytes: Uint8Array): Promise<void> {
    await this.place(key, async (temporary) => {
      const file = await open(temporary, "wx", 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
    });
  }

  async putFile(key: string, source: string): Promise<void> {
    await this.place(key, async (temporary) => {
      await copyFile(source, temporary);
      const file = await open(temporary, "r+");
      try {
        await file.sync();
      } finally {
        await file.close();
      }
    });
  }

  async read(key: string): Promise<Readable> {
    // Opened before it is given: a missing file is an error of this call, not of a stream half sent.
    const file = await open(this.at(key), "r");
    return createReadStream("", { fd: file });
  }

  async removeAll(prefix: string): Promise<void> {
    await rm(this.at(prefix), { recursive: true, force: true });
  }

  /** Written aside, then named: nobody ever reads half of it. */
  private async place(key: string, write: (temporary: string) => Promise<void>): Promise<void> {
    const target = this.at(key);
    const temporary = `${target}.${randomUUID()}`;
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
    try {
      await write(temporary);
      await rename(temporary, target);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    // The name itself must survive a power cut.
    const folder = await open(path.dirname(target), "r");
    await folder.sync().finally(() => folder.close());
  }

  /** Keys are drawn by the portal; one that leaves the directory is a fault of ours. */
  private at(key: string): string {
    const target = path.resolve(this.directory, key);
    if (!target.startsWith(path.resolve(this.directory) + path.sep)) {
      throw new Error("This key leaves the store");
    }
    return target;
  }
}
