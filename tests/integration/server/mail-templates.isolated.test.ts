import path from "node:path";
import { describe, expect, test } from "vitest";
import { isKnownAddress } from "@/server/known-addresses";
import { compose } from "@/server/mail/compose";
import { MAIL_TEMPLATES } from "@/server/mail/templates";
import { NOTICE_KINDS, natureOf } from "@/server/notifications";
import { contextOf } from "../../fixtures/notices";

// The link of an invitation is signed: the environment is read, the database is not.
process.env.DATABASE_URL ??= "postgresql://nobody@127.0.0.1:9/none";

const FRAME = {
  recipient: "Camille Verdier",
  serviceName: "Guichet des fonds de transformation numérique",
  contact: "contact@guichet.example.gouv.fr",
  origin: "https://guichet.example.gouv.fr",
};

describe.each(NOTICE_KINDS)("%s", (kind) => {
  const content = MAIL_TEMPLATES[kind](contextOf(kind));
  const { subject, text, html } = compose(content, FRAME);

  test("says these words", async () => {
    await expect(`${subject}\n\n${text}`).toMatchFileSnapshot(
      path.resolve(import.meta.dirname, `../../fixtures/mails/${kind}.txt`),
    );
  });

  test("opens a known address, in the text and in the HTML", () => {
    const { pathname } = new URL(content.link.path, FRAME.origin);
    expect(isKnownAddress(pathname)).toBe(true);
    expect(text).toContain(FRAME.origin + content.link.path);
    expect(html).toContain(`href="${FRAME.origin}${content.link.path.replaceAll("&", "&amp;")}"`);
  });

  test("is written as French is, and tells one fact by its first sentence", () => {
    const written = [subject, ...content.paragraphs].join("\n");
    expect(written).not.toMatch(/undefined|null|\[object|Invalid|NaN/);
    expect(written).not.toMatch(/[^\s\u00A0\u202F][;?!]|[^\s\u00A0] :|'|« | »|veuillez|merci de/i);
    expect(subject.length).toBeLessThan(110);
    expect(natureOf(kind).label).toMatch(/^[A-ZÉ]/);
  });
});
