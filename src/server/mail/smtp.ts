import "server-only";
import { createTransport, type Transporter } from "nodemailer";
import { environment } from "../environment";

const PATIENCE_MS = 15_000;

export interface OutgoingMail {
  to: { name: string; address: string };
  messageId: string;
  subject: string;
  text: string;
  html: string;
  attachments?: readonly MailAttachment[];
}

/** A file made by the portal, never read from a disk nor an address. */
export interface MailAttachment {
  filename: string;
  contentType: string;
  content: string;
}

let transport: Transporter | undefined;

/** Hands a mail to the SMTP server. Throws when it does not take it: the outbox tries again. */
export async function sendMail(mail: OutgoingMail): Promise<void> {
  transport ??= createTransport({
    url: environment().smtpUrl,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    // A mail is made of the portal's own words: it never reads a file nor an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const { attachments = [], ...words } = mail;
  await transport.sendMail({
    ...words,
    attachments: [...attachments],
    from: environment().mailFrom,
    // Asks automatic answers to stay home.
    headers: { "Auto-Submitted": "auto-generated" },
  });
}
