import "server-only";
import { escapeHtml } from "../refusal-page";
import type { MailContent } from "./content";

/** A mail ready to leave, but for its addresses. */
export interface ComposedMail {
  subject: string;
  text: string;
  html: string;
}

/** The same words as plain text and as minimal HTML: no image, no style, no tracking. */
export function compose(
  content: MailContent,
  frame: { recipient: string; serviceName: string; contact: string; origin: string },
): ComposedMail {
  const { subject, paragraphs, link } = content;
  const address = frame.origin + link.path;
  const greeting = frame.recipient ? `Bonjour ${frame.recipient},` : "Bonjour,";
  const closing = `Ce message est envoyé par le portail, n’y répondez pas. Pour une question\u00A0: ${frame.contact}.`;
  const text = [
    greeting,
    ...paragraphs,
    `${link.label}\u00A0:\n${address}`,
    frame.serviceName,
    closing,
  ].join("\n\n");
  const html = [
    '<!doctype html><html lang="fr"><head><meta charset="utf-8">',
    `<title>${escapeHtml(subject)}</title></head><body>`,
    `<p>${escapeHtml(greeting)}</p>`,
    ...paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`),
    `<p><a href="${escapeHtml(address)}">${escapeHtml(link.label)}</a></p>`,
    `<p>${escapeHtml(frame.serviceName)}</p>`,
    `<p>${escapeHtml(closing)}</p></body></html>`,
  ].join("\n");
  return { subject, text: `${text}\n`, html };
}
