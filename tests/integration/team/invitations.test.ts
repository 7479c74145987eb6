import { beforeAll, describe, expect, test } from "vitest";
import { INVITATION_DAYS } from "@/domain/dossier/team";
import type { Actor } from "@/domain/rights/actor";
import {
  acceptInvitation,
  inviteColleague,
  resendInvitation,
  revokeInvitation,
} from "@/features/team/commands/invitations";
import { readInvitation } from "@/features/team/queries/invitation";
import { inviteSchema } from "@/features/team/schemas";
import { dossierChain, readChain } from "@/server/audit";
import { deliverNext } from "@/server/mail/deliver";
import { aCall, aDossier, anActor, anOrganisation, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { aCarrier } from "../dossiers/filled-draft";
import { aColleague, accessesOf, join, sentToken } from "./room";

const db = await testDatabase();
const DAY = "2021-01-20T10:00:00+01:00";
const AFTER = "2021-02-04T10:00:00+01:00";

let call: Awaited<ReturnType<typeof aCall>>;
let lead: Actor;
let stranger: Actor;

beforeAll(async () => {
  await setClock(DAY);
  call = await aCall("ITN3");
  lead = await aCarrier("ITN3");
  stranger = await aCarrier("ITN3");
});

const aDraft = () => aDossier({ carrier: lead, call, status: "draft" });
const invite = (number: string, email = "noemie@ailleurs.gouv.fr", access = "write" as const) =>
  inviteColleague(lead, { number, email, access });
const pending = (dossierId: string) => db.invitation.findFirstOrThrow({ where: { dossierId } });

describe("inviting", () => {
  test("keeps a hash of the link, writes it in a mail to an address without account, and a line", async () => {
    const dossier = await aDraft();
    await invite(dossier.number);
    const invitation = await pending(dossier.id);
    const days = (invitation.expiresAt.getTime() - new Date(DAY).getTime()) / 86_400_000;
    expect(Math.round(days)).toBe(INVITATION_DAYS);
    const token = await sentToken(dossier.id);
    expect(invitation.tokenHash).not.toContain(token);
    const notices = await db.notification.findMany({ where: { dossierId: dossier.id } });
    expect(notices).toMatchObject([
      { kind: "invitation", recipientId: null, address: "noemie@ailleurs.gouv.fr", byMail: true },
    ]);
    expect(JSON.stringify(notices)).not.toContain(token);
    const mails: { to: { address: string }; text: string }[] = [];
    while (await deliverNext(async (mail) => void mails.push(mail)));
    const mail = mails.find(({ to }) => to.address === "noemie@ailleurs.gouv.fr");
    expect(mail?.text).toContain(`/invitations/${token}`);
    expect(mail?.text).toMatch(/^Bonjour,/);
    const { lines, brokenAt } = await readChain(dossierChain(dossier.id));
    expect(lines.map(({ action }) => action)).toEqual(["invite"]);
    expect(JSON.stringify(lines)).not.toContain("noemie");
    expect(brokenAt).toBeNull();
  });

  test("is the lead's alone; another team's dossier is out of sight", async () => {
    const dossier = await aDraft();
    const input = { number: dossier.number, email: "a@b.gouv.fr", access: "read" as const };
    for (const access of ["read", "write", "file"] as const) {
      const member = await aColleague(lead, dossier, access);
      await expect(inviteColleague(member, input)).rejects.toMatchObject({ code: "not-allowed" });
    }
    await expect(inviteColleague(stranger, input)).rejects.toMatchObject({ code: "not-found" });
    expect(await db.invitation.count({ where: { dossierId: dossier.id } })).toBe(0);
  });

  test("refuses a member's address, one already invited, and what is no address", async () => {
    const dossier = await aDraft();
    const colleague = await aColleague(lead, dossier, "read");
    const refused = { code: "invalid-input", fields: [{ path: "email" }] };
    await expect(invite(dossier.number, colleague.email)).rejects.toMatchObject(refused);
    await invite(dossier.number);
    await expect(invite(dossier.number)).rejects.toMatchObject(refused);
    const typed = { number: dossier.number, access: "read" };
    expect(inviteSchema.safeParse({ ...typed, email: "noemie castel" }).success).toBe(false);
    expect(inviteSchema.safeParse({ ...typed, email: " N.C@X.FR " }).data?.email).toBe("n.c@x.fr");
    expect(inviteSchema.safeParse({ ...typed, email: "a@b.fr", access: "lead" }).success).toBe(
      false,
    );
  });

  test("may be sent again later with another link, and taken back", async () => {
    const dossier = await aDraft();
    await invite(dossier.number);
    const former = await sentToken(dossier.id);
    const input = { number: dossier.number, invitationId: (await pending(dossier.id)).id };
    await expect(resendInvitation(lead, input)).rejects.toMatchObject({
      code: "too-many-requests",
    });
    await setClock(AFTER);
    expect(await readInvitation(stranger, former)).toMatchObject({ state: "expired" });
    await resendInvitation(lead, input);
    expect(await readInvitation(stranger, former)).toEqual({ state: "unknown" });
    const token = await sentToken(dossier.id);
    expect(await readInvitation(stranger, token)).toMatchObject({
      state: "open",
      offer: { number: dossier.number, access: "write" },
    });
    await revokeInvitation(lead, input);
    expect(await readInvitation(stranger, token)).toMatchObject({ state: "revoked" });
    await expect(acceptInvitation(stranger, { token })).rejects.toMatchObject({
      code: "already-done",
    });
    await expect(revokeInvitation(lead, input)).rejects.toMatchObject({ code: "already-done" });
    await setClock(DAY);
  });
});

describe("joining", () => {
  test("whoever holds the link joins, whatever their address, and the lead is told", async () => {
    const dossier = await aDraft();
    await invite(dossier.number);
    const token = await sentToken(dossier.id);
    const guest = await anActor(await anOrganisation({ kind: "state-operator" }));
    await acceptInvitation(guest, { token });
    expect(await accessesOf(dossier.id)).toEqual({
      [lead.agentId]: "lead",
      [guest.agentId]: "write",
    });
    const told = await db.notification.findMany({ where: { kind: "invitation-accepted" } });
    expect(told).toMatchObject([{ recipientId: lead.agentId }]);
    const { lines } = await readChain(dossierChain(dossier.id));
    expect(lines.at(-1)).toMatchObject({ action: "join-team", actorId: guest.agentId });
    expect(await readInvitation(guest, token)).toEqual({
      state: "member",
      number: dossier.number,
    });
    expect(await readInvitation(stranger, token)).toMatchObject({ state: "used" });
  });

  test("two people with one link at once: one joins", async () => {
    const dossier = await aDraft();
    await invite(dossier.number);
    const token = await sentToken(dossier.id);
    const guests = await Promise.all([1, 2, 3].map(() => aColleague(lead)));
    const results = await Promise.allSettled(
      guests.map((guest) => acceptInvitation(guest, { token })),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results) {
      if (result.status === "rejected") expect(result.reason.code).toBe("already-done");
    }
    expect(Object.keys(await accessesOf(dossier.id))).toHaveLength(2);
  });

  test("one person twice at once joins once", async () => {
    const dossier = await aDraft();
    await invite(dossier.number);
    const token = await sentToken(dossier.id);
    const guest = await aColleague(lead);
    const results = await Promise.allSettled([
      acceptInvitation(guest, { token }),
      acceptInvitation(guest, { token }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("a wrong or expired link opens nothing; a member keeps their access", async () => {
    const dossier = await aDraft();
    await invite(dossier.number);
    const token = await sentToken(dossier.id);
    await expect(acceptInvitation(stranger, { token: `${token}x` })).rejects.toMatchObject({
      code: "not-found",
    });
    await setClock(AFTER);
    await expect(acceptInvitation(stranger, { token })).rejects.toMatchObject({ code: "too-late" });
    await setClock(DAY);
    const member = await aColleague(lead, dossier, "read");
    await expect(acceptInvitation(member, { token })).rejects.toMatchObject({
      code: "already-done",
    });
    expect((await accessesOf(dossier.id))[member.agentId]).toBe("read");
    expect((await pending(dossier.id)).acceptedAt).toBeNull();
  });

  test("filing is for the carrier's own agents: another's invitation to file waits, unused", async () => {
    const dossier = await aDraft();
    await inviteColleague(lead, {
      number: dossier.number,
      email: "x@y.gouv.fr",
      access: "file",
    });
    const token = await sentToken(dossier.id);
    await expect(acceptInvitation(stranger, { token })).rejects.toMatchObject({
      code: "not-allowed",
    });
    expect(await readInvitation(stranger, token)).toMatchObject({ state: "not-mandated" });
    const colleague = await aColleague(lead);
    await acceptInvitation(colleague, { token });
    expect((await accessesOf(dossier.id))[colleague.agentId]).toBe("file");
  });

  test("the link alone tells nothing to who reads the dossier otherwise", async () => {
    const dossier = await aDraft();
    await join(dossier, stranger, "read");
    await invite(dossier.number);
    const view = await readInvitation(await aColleague(lead), await sentToken(dossier.id));
    expect(JSON.stringify(view)).not.toContain("noemie@ailleurs");
  });
});
