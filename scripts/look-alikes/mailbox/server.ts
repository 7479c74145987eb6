import { createServer } from "node:http";
import type { Server } from "node:net";
import { buffer } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";
import { escapeHtml, frenchPage } from "../html";
import { findMail, keepMail, listMails, type Mail } from "./store";

export interface Mailbox {
  close(): Promise<void>;
}

export interface MailboxOptions {
  smtpPort: number;
  webPort: number;
  /** Where mails are kept, one .eml each. */
  directory: string;
}

/** Starts an SMTP server that delivers nothing and shows what it was given on a web page. */
export async function startMailbox({
  smtpPort,
  webPort,
  directory,
}: MailboxOptions): Promise<Mailbox> {
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onAuth: (_credentials, _session, done) => done(null, { user: "portal" }),
    onData: (stream, _session, done) => {
      buffer(stream)
        .then((raw) => keepMail(directory, raw))
        .then(
          () => done(),
          (error: Error) => done(error),
        );
    },
  });
  const web = createServer((request, response) => {
    page(directory, request.url ?? "/").then(
      ({ status, html }) => {
        response.writeHead(status, headers);
        response.end(html);
      },
      (error: unknown) => {
        console.error("Mailbox:", error);
        response.writeHead(500, headers).end(frenchPage("Erreur", "<h1>Erreur technique</h1>"));
      },
    );
  });
  await listening(smtp.listen(smtpPort, "127.0.0.1"));
  await listening(web.listen(webPort, "127.0.0.1"));
  return {
    close: async () => {
      web.closeAllConnections();
      await Promise.all([
        new Promise<void>((resolve) => smtp.close(() => resolve())),
        new Promise<void>((resolve) => web.close(() => resolve())),
      ]);
    },
  };
}

const headers = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "no-store",
  // A mail is shown as it is, in a frame that may run nothing.
  "content-security-policy":
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'",
};

function listening(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("listening", resolve);
    server.once("error", reject);
  });
}

async function page(directory: string, address: string): Promise<{ status: number; html: string }> {
  const [, id] = /^\/courriels\/([^/?]+)$/.exec(address) ?? [];
  if (id) {
    const mail = await findMail(directory, id);
    if (mail) return { status: 200, html: mailPage(mail) };
  } else if (address.split("?")[0] === "/") {
    return { status: 200, html: listPage(await listMails(directory)) };
  }
  const missing = '<h1>Page non trouvée</h1><p><a href="/">Tous les courriels</a></p>';
  return { status: 404, html: frenchPage("Page non trouvée", missing) };
}

function listPage(mails: readonly Mail[]): string {
  const items = mails.map(
    (mail) => `<li><h2><a href="/courriels/${mail.id}">${escapeHtml(mail.subject)}</a></h2>
<p>À ${escapeHtml(mail.to)}</p><p class="quiet">${when(mail.receivedAt)}</p></li>`,
  );
  const count = mails.length > 1 ? `${mails.length} courriels` : `${mails.length} courriel`;
  return frenchPage(
    `Boîte aux lettres (${count})`,
    `<h1>Boîte aux lettres de démonstration</h1>
<p>Les courriels du guichet arrivent ici et ne partent nulle part.</p>
<p>${mails.length ? `${count}, du plus récent au plus ancien.` : "Aucun courriel pour l’instant."}</p>
<ul class="list">${items.join("\n")}</ul>`,
  );
}

function mailPage(mail: Mail): string {
  const body = mail.html
    ? `<iframe sandbox title="Contenu du courriel" srcdoc="${escapeHtml(mail.html)}"></iframe>
<h2>Version texte</h2><pre>${escapeHtml(mail.text)}</pre>`
    : `<pre>${escapeHtml(mail.text)}</pre>`;
  return frenchPage(
    mail.subject,
    `<p><a href="/">Tous les courriels</a></p><h1>${escapeHtml(mail.subject)}</h1>
<p>De ${escapeHtml(mail.from)}<br>À ${escapeHtml(mail.to)}</p>
<p class="quiet">${when(mail.receivedAt)}</p>${body}`,
  );
}

function when(date: Date): string {
  const format = { dateStyle: "long", timeStyle: "medium", timeZone: "Europe/Paris" } as const;
  return `Reçu le ${date.toLocaleString("fr-FR", format)}`;
}
