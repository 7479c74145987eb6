import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeEach, expect, test } from "vitest";
import { inTransaction } from "@/server/database/client";
import { deliverNext } from "@/server/mail/deliver";
import { type OutgoingMail, sendMail } from "@/server/mail/smtp";
import { NOTICE_KINDS, type NoticeKind, notify } from "@/server/notifications";
import { PAYLOADS } from "../../fixtures/notices";
import { aCall, aDossier, anActor, anOrganisation } from "../../fixtures/world";
import { testDatabase } from "../database";

const received: Awaited<ReturnType<typeof simpleParser>>[] = [];
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onData: (stream, _session, done) => {
    simpleParser(stream).then((mail) => {
      received.push(mail);
      done();
    }, done);
  },
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const address = server.server.address();
if (!address || typeof address === "string") throw new Error("The mailbox has no port");
process.env.SMTP_URL = `smtp://127.0.0.1:${address.port}`;
// The environment is read once: the database comes after the mailbox.
const db = await testDatabase();
afterAll(() => new Promise<void>((resolve) => server.close(resolve)));

const ministry = await anOrganisation({ name: "Ministère d’essai" });
const carrier = await anActor(ministry);
const dossier = await aDossier({ carrier, call: await aCall("ITN3") });

beforeEach(async () => {
  await db.notification.deleteMany();
  received.length = 0;
});

function enqueue(kind: NoticeKind, count = 1) {
  const payload = PAYLOADS[kind];
  const mail = { kind, recipientId: carrier.agentId, dossierId: dossier.id, payload };
  return inTransaction((tx) =>
    notify(
      tx,
      Array.from({ length: count }, () => mail),
    ),
  );
}

async function deliverAll(send?: (mail: OutgoingMail) => Promise<void>) {
  while (await deliverNext(send)) {
    // Until none waits.
  }
}

const refuse = () => {
  throw Object.assign(new Error("454 nobody@exemple.gouv.fr refused"), {
    code: "ECONNREFUSED",
    responseCode: 454,
  });
};

test("a mail leaves once, in plain text and HTML, under a Message-ID of its row", async () => {
  await enqueue("dossier-filed");
  const row = await db.notification.findFirstOrThrow();
  await deliverAll();
  await deliverAll();
  expect(received).toHaveLength(1);
  const [mail] = received;
  expect(mail?.messageId).toBe(`<${row.id}@localhost>`);
  expect(mail?.subject).toBe(`Dossier ${dossier.number} déposé`);
  expect(mail?.text).toContain(`http://localhost:3000/dossiers/${dossier.number}/recepisse`);
  expect(mail?.html).toContain(`href="http://localhost:3000/dossiers/${dossier.number}/recepisse"`);
  expect(
    (await db.notification.findUniqueOrThrow({ where: { id: row.id } })).sentAt,
  ).not.toBeNull();
});

test.each(NOTICE_KINDS)("the kind %s has its words", async (kind) => {
  await enqueue(kind);
  await deliverAll();
  expect(received[0]?.subject).toBeTruthy();
  expect(received[0]?.text).toContain("Bonjour");
  expect(received[0]?.text).not.toMatch(/undefined|null|\[object/);
});

test("what a person typed is inert in the HTML", async () => {
  await db.dossier.update({ where: { id: dossier.id }, data: { title: "<script>x</script>" } });
  await enqueue("dossier-filed");
  await deliverAll();
  expect(received[0]?.html).toContain("&lt;script&gt;");
  expect(received[0]?.html).not.toContain("<script>");
});

test("workers side by side send each mail exactly once", async () => {
  await enqueue("decision-notified", 20);
  const sent: string[] = [];
  const send = async (mail: OutgoingMail) => {
    sent.push(mail.messageId);
  };
  await Promise.all(Array.from({ length: 5 }, () => deliverAll(send)));
  expect(sent).toHaveLength(20);
  expect(new Set(sent).size).toBe(20);
});

test("with the server down the row waits, longer each time, without quoting an address", async () => {
  await enqueue("dossier-filed");
  await deliverAll(refuse);
  const [first] = await db.notification.findMany();
  expect(first).toMatchObject({ attempts: 1, sentAt: null, lastError: "ECONNREFUSED 454" });
  expect(first?.nextAttemptAt.getTime()).toBeGreaterThan(Date.now() + 20_000);

  await db.notification.updateMany({ data: { nextAttemptAt: new Date(0) } });
  await deliverAll(refuse);
  const [second] = await db.notification.findMany();
  expect(second?.attempts).toBe(2);
  expect(second?.nextAttemptAt.getTime()).toBeGreaterThan(Date.now() + 50_000);

  await db.notification.updateMany({ data: { nextAttemptAt: new Date(0) } });
  await deliverAll(sendMail);
  expect(received).toHaveLength(1);
});

test("a worker killed in the middle leaves the mail to the next one, after the lease", async () => {
  await enqueue("dossier-filed");
  const never = new Promise<void>(() => {});
  void deliverNext(() => never);
  await expect.poll(async () => (await db.notification.findFirst())?.attempts).toBe(1);
  await deliverAll();
  expect(received).toHaveLength(0);
  await db.notification.updateMany({ data: { nextAttemptAt: new Date(0) } });
  await deliverAll();
  expect(received).toHaveLength(1);
});

test("a mail rolled back with its fact never leaves", async () => {
  const undone = inTransaction(async (tx) => {
    await notify(tx, [{ kind: "dossier-filed", recipientId: carrier.agentId }]);
    throw new Error("the fact did not happen");
  });
  await expect(undone).rejects.toThrow();
  await deliverAll();
  expect(received).toHaveLength(0);
});

test("a closed account gets nothing, and its mail does not wait for ever", async () => {
  const gone = await anActor(ministry);
  await db.agent.update({ where: { id: gone.agentId }, data: { closedAt: new Date() } });
  await inTransaction((tx) =>
    notify(tx, [{ kind: "dossier-filed", recipientId: gone.agentId, dossierId: dossier.id }]),
  );
  await deliverAll();
  expect(received).toHaveLength(0);
  expect(await db.notification.findFirst()).toMatchObject({ lastError: "no-recipient" });
});
