import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { type ParsedMail, simpleParser } from "mailparser";

/** A mail received, as the pages show it. */
export interface Mail {
  id: string;
  from: string;
  to: string;
  subject: string;
  receivedAt: Date;
  text: string;
  html: string | null;
}

/** Keeps a mail as received. Its name sorts by arrival. */
export async function keepMail(directory: string, raw: Buffer): Promise<void> {
  await mkdir(directory, { recursive: true });
  const name = `${Date.now()}-${Math.random().toString(36).slice(2, 8)}.eml`;
  await writeFile(path.join(directory, name), raw);
}

/** The mails kept, newest first, at most 200. */
export async function listMails(directory: string): Promise<Mail[]> {
  const names = await readdir(directory).catch(() => []);
  const newest = names
    .filter((name) => name.endsWith(".eml"))
    .sort()
    .reverse()
    .slice(0, 200);
  return Promise.all(newest.map((name) => readMail(directory, name)));
}

/** One mail, or null when it does not exist. */
export async function findMail(directory: string, id: string): Promise<Mail | null> {
  if (!/^[\w-]+$/.test(id)) return null;
  return readMail(directory, `${id}.eml`).catch(() => null);
}

async function readMail(directory: string, name: string): Promise<Mail> {
  const parsed = await simpleParser(await readFile(path.join(directory, name)));
  return {
    id: name.replace(/\.eml$/, ""),
    from: parsed.from?.text ?? "",
    to: addresses(parsed.to),
    subject: parsed.subject ?? "(sans objet)",
    receivedAt: new Date(Number(name.split("-")[0])),
    text: parsed.text ?? "",
    html: parsed.html || null,
  };
}

function addresses(to: ParsedMail["to"]): string {
  if (!to) return "";
  return (Array.isArray(to) ? to : [to]).map((each) => each.text).join(", ");
}
