import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createTransport } from "nodemailer";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Mailbox, startMailbox } from "../../../scripts/look-alikes/mailbox/server";
import { freePort } from "../../../scripts/runtime/ports";

let mailbox: Mailbox;
let smtpPort: number;
let pages: string;

beforeAll(async () => {
  smtpPort = await freePort();
  const webPort = await freePort();
  pages = `http://127.0.0.1:${webPort}`;
  const directory = await mkdtemp(path.join(tmpdir(), "mailbox-"));
  mailbox = await startMailbox({ smtpPort, webPort, directory });
});

afterAll(() => mailbox.close());

async function read(address: string) {
  const response = await fetch(pages + address);
  return { status: response.status, html: await response.text() };
}

test("a mail sent is listed, then read, its markup harmless", async () => {
  expect((await read("/")).html).toContain("Aucun courriel");
  await createTransport(`smtp://127.0.0.1:${smtpPort}`).sendMail({
    from: "guichet@demonstration.example",
    to: "camille.verdier@ecologie.example",
    subject: "Dossier <déposé>",
    text: "Votre dossier est déposé.",
    html: "<p>Votre dossier est <strong>déposé</strong>.</p>",
  });
  const list = await read("/");
  expect(list.html).toContain("1 courriel");
  expect(list.html).toContain("Dossier &lt;déposé&gt;");
  const [, link = ""] = /href="(\/courriels\/[^"]+)"/.exec(list.html) ?? [];
  const mail = await read(link);
  expect(mail.html).toContain("camille.verdier@ecologie.example");
  expect(mail.html).toContain("Votre dossier est déposé.");
  expect(mail.html).toContain("<iframe sandbox");
  expect(mail.html).not.toContain("<strong>déposé");
});

test("an address that is no mail is not found", async () => {
  expect((await read("/courriels/inconnu")).status).toBe(404);
  expect((await read("/courriels/..%2F..%2Fetc")).status).toBe(404);
});
