import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Actor } from "@/domain/rights/actor";
import { endOtherSessions } from "@/features/notifications/commands/end-other-sessions";
import { markNotices } from "@/features/notifications/commands/mark-notices";
import { setPreferences } from "@/features/notifications/commands/set-preferences";
import { cursorText, readCursor } from "@/features/notifications/cursor";
import { readMyAccount } from "@/features/notifications/queries/my-account";
import { readMyNotices } from "@/features/notifications/queries/my-notices";
import { markSchema, preferencesSchema } from "@/features/notifications/schemas";
import { routes } from "@/routes";
import { readAgentFrame } from "@/server/agent-frame";
import { inTransaction } from "@/server/database/client";
import { sha256 } from "@/server/fingerprint";
import { NOTICE_KINDS, natureOf, notify } from "@/server/notifications";
import { PAYLOADS } from "../../fixtures/notices";
import { aCall, aDossier, anActor, anOrganisation, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";

const incoming = vi.hoisted(() => ({ token: "" }));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => (incoming.token ? { value: incoming.token } : undefined) }),
}));

const db = await testDatabase();
await setClock("2021-01-20T10:00:00+01:00");
const ministry = await anOrganisation();
const call = await aCall("ITN3");
let actor: Actor;
let dossier: Awaited<ReturnType<typeof aDossier>>;

beforeEach(async () => {
  actor = await anActor(ministry);
  dossier = await aDossier({ carrier: actor, call });
  incoming.token = "";
});

const tell = (kind: (typeof NOTICE_KINDS)[number], to = actor) =>
  inTransaction((tx) =>
    notify(tx, [{ kind, recipientId: to.agentId, dossierId: dossier.id, payload: PAYLOADS[kind] }]),
  );

describe("the notices of a person", () => {
  test("say what the mail says, lead to the exact place, and are theirs alone", async () => {
    await tell("dossier-filed");
    await tell("dossier-filed", await anActor(ministry));
    const { notices, unread, total } = await readMyNotices(actor);
    expect([unread, total]).toEqual([1, 1]);
    expect(notices[0]).toMatchObject({
      read: false,
      number: dossier.number,
      sentence: `Votre dossier ${dossier.number} («\u00A0${dossier.title}\u00A0», thème ITN3) est déposé.`,
      link: { label: "Voir le récépissé", path: routes.receipt(dossier.number) },
    });
  });

  test.each(NOTICE_KINDS)("%s has its sentence", async (kind) => {
    await tell(kind);
    const { notices } = await readMyNotices(actor);
    expect(notices[0]?.sentence).toMatch(/\.$/);
    expect(notices[0]?.sentence).not.toMatch(/undefined|null/);
  });

  test("keep their sentence and lose their link once the dossier is out of sight", async () => {
    await tell("dossier-filed");
    await tell("juror-assigned");
    await tell("visa-requested");
    await tell("organisation-attached");
    const leave = db.dossierMember.deleteMany({ where: { dossierId: dossier.id } });
    const links = async () =>
      (await readMyNotices(actor)).notices.map(({ sentence, link }) => [
        sentence !== "",
        link?.path ?? null,
      ]);
    expect(await links()).toEqual([
      [true, routes.landing()],
      [true, null],
      [true, null],
      [true, routes.receipt(dossier.number)],
    ]);
    await leave;
    expect((await links()).at(-1)).toEqual([true, null]);
  });

  test("are read, unread, or all read at once; another's is out of reach", async () => {
    await tell("dossier-filed");
    await tell("decision-notified");
    const [newest, oldest] = (await readMyNotices(actor)).notices;
    await markNotices(actor, { mark: `read:${newest?.id}` });
    await markNotices(actor, { mark: `read:${newest?.id}` });
    const after = (await readMyNotices(actor)).notices;
    expect(after.map(({ id, read }) => [id, read])).toEqual([
      [oldest?.id, false],
      [newest?.id, true],
    ]);
    await markNotices(actor, { mark: `unread:${newest?.id}` });
    expect((await readMyNotices(actor)).unread).toBe(2);
    expect(await markNotices(actor, { mark: "all" })).toBe(2);
    expect((await readMyNotices(actor)).unread).toBe(0);
    const stranger = await anActor(ministry);
    await expect(markNotices(stranger, { mark: `unread:${newest?.id}` })).rejects.toMatchObject({
      code: "not-found",
    });
    expect((await readMyNotices(actor)).unread).toBe(0);
  });

  test("are read page by page, unread first, without one lost or told twice", async () => {
    await inTransaction((tx) =>
      notify(
        tx,
        Array.from({ length: 60 }, () => ({
          kind: "dossier-filed" as const,
          recipientId: actor.agentId,
          dossierId: dossier.id,
        })),
      ),
    );
    const rows = await db.notification.findMany({ where: { recipientId: actor.agentId } });
    // Thirty are read, of all ages.
    const read = rows.filter((_, index) => index % 2 === 0).map(({ id }) => id);
    await db.notification.updateMany({
      where: { id: { in: read } },
      data: { readAt: new Date() },
    });
    const seen: { id: string; read: boolean }[] = [];
    let after: string | undefined;
    let pages = 0;
    for (;;) {
      const page = await readMyNotices(actor, readCursor(after));
      seen.push(...page.notices);
      pages += 1;
      if (!page.next) break;
      after = cursorText(page.next);
    }
    expect(pages).toBe(3);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(60);
    expect(seen.map((notice) => notice.read)).toEqual([
      ...Array(30).fill(false),
      ...Array(30).fill(true),
    ]);
    expect(readCursor("lue_quelconque")).toBeUndefined();
    expect(readCursor(["lue"])).toBeUndefined();
  });

  test("an address or a form the portal did not write is refused", () => {
    for (const mark of ["", "read:", "read:1", "everything"]) {
      expect(markSchema.safeParse({ mark }).success, mark).toBe(false);
    }
  });
});

describe("the account", () => {
  const open = (token: string, minutes = 60) =>
    db.session.create({
      data: {
        tokenHash: sha256(token),
        agentId: actor.agentId,
        amr: [],
        expiresAt: new Date(Date.now() + minutes * 60_000),
      },
    });

  test("says who one is, and which mails may be refused", async () => {
    const owner = await anActor(ministry, { role: "theme-owner", theme: "ITN3" });
    const account = await readMyAccount(owner);
    expect(account).toMatchObject({
      organisation: ministry.name,
      roles: [{ label: "Porteur du thème", scope: "ITN3" }],
    });
    expect(account.optional.map(({ kind }) => kind)).toContain("reminder-7");
    expect(account.compulsory).toContain("Récépissé d’un dépôt");
  });

  test("offers the kinds one's roles receive; those of a role lost stay as they were", async () => {
    const kinds = async (who: Actor) =>
      (await readMyAccount(who)).optional.map(({ kind }) => kind) as string[];
    const labels = async (who: Actor) => (await readMyAccount(who)).compulsory;
    const dnum = await anActor(ministry, { role: "dnum", ministryId: ministry.id });
    const instructor = await anActor(ministry, { role: "instructor", theme: "ITN3" });
    const juror = await anActor(ministry, { role: "juror" });
    expect(await kinds(actor)).toEqual(
      expect.arrayContaining(["reminder-7", "dossier-commented", "visa-given", "opinion-late"]),
    );
    for (const kind of ["dossier-assigned", "juror-assigned", "opinion-given", "visa-lapsed"]) {
      expect(await kinds(actor)).not.toContain(kind);
    }
    expect(await kinds(instructor)).toEqual(
      expect.arrayContaining(["reminder-7", "dossier-assigned", "opinion-given"]),
    );
    expect(await kinds(instructor)).not.toContain("juror-assigned");
    expect(await kinds(juror)).toEqual(expect.arrayContaining(["juror-assigned"]));
    expect(await labels(actor)).not.toContain(natureOf("visa-requested").label);
    expect(await labels(dnum)).toContain(natureOf("visa-requested").label);

    await setPreferences(instructor, { wanted: [] });
    await setPreferences({ ...instructor, grants: [] }, { wanted: ["reminder-7"] });
    const refused = await db.mailRefusal.findMany({ where: { agentId: instructor.agentId } });
    const left = refused.map(({ kind }) => kind);
    expect(left).toContain("dossier-assigned");
    expect(left).not.toContain("reminder-7");
    expect(left).not.toContain("juror-assigned");
  });

  test("keeps the mails refused; a compulsory kind cannot be", async () => {
    const { wanted } = preferencesSchema.parse({ wanted: ["reminder-1"] });
    await setPreferences(actor, { wanted });
    await setPreferences(actor, { wanted });
    const choices = (await readMyAccount(actor)).optional;
    expect(choices.filter((choice) => choice.wanted).map(({ kind }) => kind)).toEqual([
      "reminder-1",
    ]);
    await tell("dossier-commented");
    await tell("decision-notified");
    const rows = await db.notification.findMany({
      where: { recipientId: actor.agentId },
      orderBy: { createdAt: "asc" },
    });
    expect(rows.map(({ byMail }) => byMail)).toEqual([false, true]);
    const compulsory = NOTICE_KINDS.find((kind) => natureOf(kind).compulsory);
    expect(preferencesSchema.safeParse({ wanted: [compulsory] }).success).toBe(false);

    const all = preferencesSchema.parse({ wanted: choices.map(({ kind }) => kind) });
    await setPreferences(actor, all);
    expect(await db.mailRefusal.count({ where: { agentId: actor.agentId } })).toBe(0);
  });

  test("ends the other sessions, and this one alone goes on", async () => {
    const mine = await open("mine");
    await open("elsewhere");
    await open("over", -1);
    const other = await anActor(ministry);
    await db.session.create({
      data: { tokenHash: "other", agentId: other.agentId, amr: [], expiresAt: mine.expiresAt },
    });
    incoming.token = "mine";
    const { sessions } = await readMyAccount(actor);
    expect(sessions.map(({ current }) => current)).toEqual([false, true]);
    // In the portal's days, not the machine's.
    expect(sessions[0]?.openedAt.toISOString()).toMatch(/^2021-01-20/);
    await endOtherSessions(actor, mine.id);
    const left = await db.session.findMany({ where: { agentId: actor.agentId } });
    expect(left.map(({ id }) => id)).toEqual([mine.id]);
    expect(await db.session.count({ where: { agentId: other.agentId } })).toBe(1);
  });

  test("the frame of a page counts what is unread and how long the session lasts", async () => {
    await open("frame");
    incoming.token = "frame";
    await tell("dossier-filed");
    const frame = await readAgentFrame(actor.agentId);
    expect(frame.unread).toBe(1);
    expect(frame.endsIn).toBeGreaterThan(59 * 60_000);
    expect(frame.endsIn).toBeLessThanOrEqual(60 * 60_000);
  });
});
