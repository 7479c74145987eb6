import { expect, test } from "vitest";
import {
  attachOrganisation,
  createOrganisation,
} from "@/features/administration/commands/attach-organisation";
import {
  awaitedOrganisation,
  awaitedOrganisations,
} from "@/features/administration/queries/organisations";
import { createOrganisationSchema } from "@/features/administration/schemas";
import { anActor, anOrganisation } from "../../fixtures/world";
import { testDatabase } from "../database";

const db = await testDatabase();
const ministry = await anOrganisation({ name: "Ministère d’essai" });
const administrator = await anActor(ministry, { role: "administrator" });

let next = 0;
async function waiting(siret: string) {
  next += 1;
  return db.agent.create({
    data: {
      givenName: "Attend",
      usualName: `Numéro ${next}`,
      email: `attend${next}@exemple.gouv.fr`,
      claimedSiret: siret,
      claimedOrganisation: "Agence d’essai",
    },
  });
}

test("an unknown organisation is attached for all who claim it, and each is told by mail", async () => {
  const siret = "20000000000001";
  const people = [await waiting(siret), await waiting(siret)];
  expect(await awaitedOrganisations(administrator)).toEqual([
    expect.objectContaining({ siret, claimedName: "Agence d’essai", agents: 2 }),
  ]);
  const attached = await attachOrganisation(administrator, {
    siret,
    organisationId: ministry.id,
  });
  expect(attached).toEqual({ organisation: "Ministère d’essai", agents: 2 });
  const mails = await db.notification.findMany({ where: { kind: "organisation-attached" } });
  expect(mails.map(({ recipientId }) => recipientId).sort()).toEqual(
    people.map(({ id }) => id).sort(),
  );
  expect(await awaitedOrganisations(administrator)).toEqual([]);
  await expect(awaitedOrganisation(administrator, siret)).rejects.toMatchObject({
    code: "not-found",
  });
  const line = await db.auditLine.findFirstOrThrow({ where: { action: "organisation-attached" } });
  expect(line.actorId).toBe(administrator.agentId);
});

test("two administrators who attach the same at once: one does it, the other is told", async () => {
  const siret = "20000000000002";
  await waiting(siret);
  const input = { siret, organisationId: ministry.id };
  const both = await Promise.allSettled([
    attachOrganisation(administrator, input),
    attachOrganisation(administrator, input),
  ]);
  expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await db.notification.count({ where: { kind: "organisation-attached" } })).toBe(3);
});

test("an organisation is added with its nature and its ministry", async () => {
  const siret = "20000000000003";
  await waiting(siret);
  const input = createOrganisationSchema.parse({
    siret,
    kind: "deconcentrated-service",
    name: "Service nouveau",
    ministryId: ministry.id,
    region: "53",
  });
  await createOrganisation(administrator, input);
  const organisation = await db.organisation.findUniqueOrThrow({ where: { siret } });
  expect(organisation).toMatchObject({
    kind: "deconcentrated-service",
    ministryId: ministry.id,
    region: "53",
  });
  await expect(createOrganisation(administrator, input)).rejects.toMatchObject({
    code: "already-done",
  });
});

test.each([
  ["state-operator", ""],
  ["ministry", "ministry"],
  ["local-authority", "ministry"],
] as const)("a %s with ministry « %s » is refused at its field", async (kind, of) => {
  const siret = "20000000000004";
  await waiting(siret);
  const creation = createOrganisation(administrator, {
    siret,
    kind,
    name: "Organisation",
    ministryId: of === "ministry" ? ministry.id : null,
    region: null,
  });
  await expect(creation).rejects.toMatchObject({
    code: "invalid-input",
    fields: [{ path: "ministryId" }],
  });
  expect(await db.organisation.findUnique({ where: { siret } })).toBeNull();
});

test("nobody else attaches or sees them", async () => {
  const agent = await anActor(ministry, { role: "theme-owner" });
  const attaching = attachOrganisation(agent, {
    siret: "20000000000004",
    organisationId: ministry.id,
  });
  await expect(attaching).rejects.toMatchObject({ code: "not-allowed" });
  await expect(awaitedOrganisations(agent)).rejects.toMatchObject({ code: "not-found" });
});
