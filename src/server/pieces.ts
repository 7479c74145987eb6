import "server-only";
import type { Json, JsonObject } from "@/domain/evidence/canonical";
import { sha256 } from "./fingerprint";

/** One piece of an archive that proves something: a file, with what proves that it is whole. */
export interface Piece {
  /** Name in the archive. */
  name: string;
  /** What it is, in French. */
  title: string;
  /** The instant of the fact it holds; null for a state as of today. */
  at: Date | null;
  content: Uint8Array;
  /** SHA-256 of the content, in hexadecimal. */
  sha256: string;
}

export function pieceOf(name: string, title: string, at: Date | null, content: Uint8Array): Piece {
  return { name, title, at, content, sha256: sha256(content) };
}

/** A piece that holds rows as they are kept. */
export function jsonPiece(name: string, title: string, at: Date | null, value: object): Piece {
  const text = JSON.stringify(plain(value), null, 2);
  return pieceOf(name, title, at, new TextEncoder().encode(`${text}\n`));
}

/** Instants as ISO texts, cents as integers: what JSON holds exactly, the same each time. */
function plain(value: unknown): Json {
  if (typeof value === "bigint") return Number(value);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).filter(([, each]) => typeof each !== "function");
    return Object.fromEntries(entries.map(([key, each]) => [key, plain(each)])) as JsonObject;
  }
  return (value ?? null) as Json;
}

/** What `sha256sum --check` reads. */
export const manifestOf = (pieces: readonly Pick<Piece, "name" | "sha256">[]): string =>
  pieces.map(({ name, sha256: hash }) => `${hash}  ${name}\n`).join("");
