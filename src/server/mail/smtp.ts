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
  await transport.sendMail({
    ...mail,
    from: environment().mailFrom,
    // Asks automatic answers to stay home.
    headers: { "Auto-Submitted": "auto-generated" },
  });
}
