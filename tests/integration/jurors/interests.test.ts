import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/rights/actor";
import { restoreLead } from "@/features/administration/dossier-access/restore-lead";
import { assignJurors, imposeRecusal } from "@/features/instruction/commands/jurors";
import { declareInterests } from "@/features/jurors/commands/declare-interests";
import { readMyInterests } from "@/features/jurors/queries/my-interests";
import { declarationSchema, declaredLinks, type TypedLink } from "@/features/jurors/schemas";
import { associateCarrier } from "@/features/team/commands/co-carriers";
import { acceptInvitation, inviteColleague } from "@/features/team/commands/invitations";
import { admit } from "@/server/auth/admission";
import { imposeConflicts } from "@/server/conflicts";
import { inTransaction } from "@/server/database/client";
import { invitationToken } from "@/server/invitation-token";
import { parseInput } from "@/server/parse";
import { actionsOf, aReviewedDossier, type Room, seated, theRoom } from "../../fixtures/jury";
import { aDossier, anActor, anOrganisation, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";

const db = await testDatabase();
let room: Room;
beforeAll(async () => {
  await setClock("2021-01-20T10:00:00+01:00");
  room = await theRoom();
});

const aJuror = async () => seated(await anActor(room.other, { role: "juror" }));
const link = (more: Partial<TypedLink> = {}): TypedLink => ({
  nature: "contract",
  name: room.prefecture.name,
  endedOn: null,
  detail: "Canari d’intérêts",
  ...more,
});
const assignment = (dossierId: string, { agentId }: Actor) =>
  db.jurorAssignment.findFirstOrThrow({ where: { dossierId, jurorId: agentId } });

/** Held by the juror since before, whatever they declare then. */
async function held(juror: Actor, status: "under-review" | "scored" | "refused" = "under-review") {
  return aReviewedDossier(room, { status }, [juror]);
}

describe("a declaration", () => {
  test("is dated, append-only, and the last one counts; its author alone reads it", async () => {
    const juror = await aJuror();
    await declareInterests(juror, {
      links: [link({ name: "Une société", endedOn: "2015-01-01" })],
    });
    await declareInterests(juror, { links: [] });
    const mine = await readMyInterests(juror);
    expect(mine).toMatchObject({ links: [], isValid: true, validUntil: "2022-01-19" });
    expect(mine.former.map(({ links }) => links)).toEqual([1, 0]);
    const { id } = await db.interestDeclaration.findFirstOrThrow({
      where: { agentId: juror.agentId },
    });
    await expect(
      db.interestDeclaration.update({ where: { id }, data: { declaredAt: new Date() } }),
    ).rejects.toThrow();
    await expect(db.interestLink.deleteMany({})).rejects.toThrow();
    const facts = await db.auditLine.findMany({ where: { action: "declare-interests" } });
    expect(facts).toHaveLength(2);
    expect(JSON.stringify(facts)).not.toMatch(/Canari|société/);
  });

  test("recognises an organisation of the portal by its name, and keeps the others in words", async () => {
    const juror = await aJuror();
    await declareInterests(juror, {
      links: [
        link({ name: room.interior.name.toUpperCase(), endedOn: "2015-01-01" }),
        link({ name: "Inconnue du portail" }),
      ],
    });
    const { links } = await readMyInterests(juror);
    expect(links.map(({ isKnown }) => isKnown)).toEqual([true, false]);
  });

  test("is for the juries alone", async () => {
    for (const who of [room.carrier, room.instructor, room.auditor]) {
      await expect(
        Promise.resolve().then(() => declareInterests(who, { links: [] })),
      ).rejects.toMatchObject({ code: "not-found" });
      await expect(readMyInterests(who)).rejects.toMatchObject({ code: "not-found" });
    }
  });

  test("the form says what is missing, row by row, and leaves blank rows aside", () => {
    const parse = (posted: Record<string, string>) => {
      const input = parseInput(declarationSchema(posted).strict(), posted) as Record<
        string,
        unknown
      >;
      return declaredLinks(input);
    };
    const blank = { "nature.1": "", "name.1": " ", "endedOn.1": "", "detail.1": "" };
    const signed = { sincere: "oui" };
    expect(parse({ ...signed, statement: "none", ...blank })).toEqual([]);
    expect(
      parse({
        ...signed,
        statement: "links",
        ...blank,
        "nature.0": "relative",
        "name.0": "Nadia Benali",
        "endedOn.0": "2019-05-31",
        "detail.0": "",
      }),
    ).toEqual([{ nature: "relative", name: "Nadia Benali", endedOn: "2019-05-31", detail: "" }]);
    const errors = (posted: Record<string, string>) => {
      try {
        parse(posted);
        return [];
      } catch (error) {
        return (error as { fields: { path: string }[] }).fields.map(({ path }) => path);
      }
    };
    expect(errors({ ...blank })).toEqual(["statement", "sincere"]);
    expect(errors({ ...signed, statement: "links", ...blank })).toEqual(["statement"]);
    expect(errors({ ...signed, statement: "none", "nature.0": "other", "name.0": "X" })).toEqual([
      "statement",
    ]);
    expect(
      errors({ ...signed, statement: "links", "nature.0": "", "name.0": "", "detail.0": "d" }),
    ).toEqual(["nature.0", "name.0"]);
    expect(
      errors({
        ...signed,
        statement: "links",
        "nature.0": "other",
        "name.0": "X",
        "endedOn.0": "hier",
        "detail.0": "",
      }),
    ).toEqual(["endedOn.0"]);
  });
});

describe("a conflict found recuses in the same transaction", () => {
  test.each(["under-review", "scored"] as const)(
    "when a juror declares a link with the carrier of a dossier %s",
    async (status) => {
      const juror = await aJuror();
      const { id } = await held(juror, status);
      const other = await held(juror);
      await db.dossier.update({
        where: { id: other.id },
        data: { carrierId: (await anOrganisation()).id },
      });
      expect(await declareInterests(juror, { links: [link()] })).toEqual({ recused: 1 });
      expect(await assignment(id, juror)).toMatchObject({
        status: "recused",
        ground: "declared-link",
        endedById: null,
      });
      expect(await assignment(other.id, juror)).toMatchObject({ status: "assigned" });
      expect(await actionsOf(id)).toEqual(["recuse-juror"]);
      const [told] = await db.notification.findMany({ where: { dossierId: id } });
      expect(told).toMatchObject({
        kind: "juror-stepped-aside",
        recipientId: room.owner.agentId,
      });
      expect(JSON.stringify(told)).not.toContain("Canari");
    },
  );

  test("but not on a dossier already decided, nor for a link ended three years ago", async () => {
    const juror = await aJuror();
    await held(juror, "refused");
    await held(juror);
    const links = [link({ endedOn: "2018-01-20" })];
    expect(await declareInterests(juror, { links })).toEqual({ recused: 0 });
  });

  test("when a person they declared joins the team, or is named in what is filed", async () => {
    const juror = await aJuror();
    const { id, number } = await held(juror);
    await declareInterests(juror, { links: [link({ nature: "relative", name: "Zita Quin" })] });
    expect((await assignment(id, juror)).status).toBe("assigned");
    const colleague = await anActor(room.prefecture);
    await db.agent.update({
      where: { id: colleague.agentId },
      data: { givenName: "Zita", usualName: "Quin" },
    });
    await inviteColleague(room.carrier, { number, email: "zita@exemple.gouv.fr", access: "read" });
    const invitation = await db.invitation.findFirstOrThrow({ where: { dossierId: id } });
    await acceptInvitation(colleague, { token: invitationToken(invitation) });
    expect(await assignment(id, juror)).toMatchObject({ ground: "named-person" });
    expect((await actionsOf(id)).slice(-2)).toEqual(["join-team", "recuse-juror"]);

    const second = await aJuror();
    const filed = await held(second);
    await db.filing.create({
      data: {
        dossierId: filed.id,
        version: 1,
        idempotencyKey: crypto.randomUUID(),
        bodyHash: "-",
        content: { answers: { team: "Cheffe de projet : QUIN Zita (mi-temps)" }, plan: [] },
        fingerprint: "-",
        agentId: room.carrier.agentId,
      },
    });
    await declareInterests(second, { links: [link({ nature: "relative", name: "Zita Quin" })] });
    expect(await assignment(filed.id, second)).toMatchObject({ ground: "named-person" });
  });

  test("when the juror themselves is given the lead of the dossier by an administrator", async () => {
    const administrator = await anActor(room.other, { role: "administrator" });
    const juror = await seated(await anActor(room.prefecture, { role: "juror" }));
    const { id, number } = await held(juror);
    await restoreLead(administrator, { number, agentId: juror.agentId, reason: "Départ." });
    expect(await assignment(id, juror)).toMatchObject({ ground: "dossier-team" });
  });

  test("when the juror moves to the carrier's ministry and signs in", async () => {
    const juror = await aJuror();
    const { id } = await held(juror);
    await db.identity.create({
      data: { issuer: "https://fi.example", subject: juror.agentId, agentId: juror.agentId },
    });
    const agent = await db.agent.findUniqueOrThrow({ where: { id: juror.agentId } });
    const admitted = await admit({
      issuer: "https://fi.example",
      subject: juror.agentId,
      givenName: agent.givenName,
      usualName: agent.usualName,
      email: agent.email,
      phone: null,
      siret: room.prefecture.siret,
      organisationLabel: room.prefecture.name,
      idpId: "fi",
      acr: "eidas1-mfa",
      amr: ["mfa"],
      populations: ["agent_public_etat"],
    } as never);
    expect(admitted).toEqual({ agentId: juror.agentId });
    expect(await assignment(id, juror)).toMatchObject({ ground: "same-organisation" });
  });

  test("when a co-carrier is associated to a dossier that jurors hold", async () => {
    const partner = await anOrganisation({ kind: "central-administration" });
    const juror = await seated(await anActor(partner, { role: "juror" }));
    const { id } = await held(juror);
    await inTransaction((tx) => imposeConflicts(tx, { dossierId: id }));
    expect((await assignment(id, juror)).status).toBe("assigned");
    await inTransaction(async (tx) => {
      await tx.coCarrier.create({ data: { dossierId: id, organisationId: partner.id } });
      await imposeConflicts(tx, { dossierId: id });
    });
    expect(await assignment(id, juror)).toMatchObject({ ground: "same-organisation" });
    // A draft has nobody to judge it yet: the command runs the rule and finds nothing.
    const draft = await aDossier({ carrier: room.carrier, call: room.call, status: "draft" });
    await associateCarrier(room.carrier, { number: draft.number, organisationId: partner.id });
    expect(await actionsOf(draft.id)).toEqual(["associate-carrier"]);
  });
});

describe("declaring and entrusting at once", () => {
  test("never leaves a dossier with a juror in conflict, whoever comes first", async () => {
    for (let round = 0; round < 8; round += 1) {
      const juror = await aJuror();
      const { id, number } = await aReviewedDossier(room, { status: "admissible" });
      await Promise.allSettled([
        declareInterests(juror, { links: [link()] }),
        assignJurors(room.owner, { number, jurors: [juror.agentId], heldOn: "2021-02-10" }),
      ]);
      expect((await assignment(id, juror)).status).toBe("recused");
    }
  });

  test("declaring and being recused by hand at once makes one recusal, one line", async () => {
    const juror = await aJuror();
    const { id, number } = await held(juror);
    const { id: target } = await assignment(id, juror);
    await Promise.allSettled([
      declareInterests(juror, { links: [link()] }),
      imposeRecusal(room.chair, { number, assignment: target, reason: "Constaté." }),
    ]);
    expect((await assignment(id, juror)).status).toBe("recused");
    expect((await actionsOf(id)).filter((action) => action === "recuse-juror")).toHaveLength(1);
  });
});
