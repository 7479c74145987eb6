import { beforeAll, expect, test } from "vitest";
import { DOSSIER_STATUSES } from "@/domain/dossier/statuses";
import { type Actor, ROLES } from "@/domain/rights/actor";
import { ROLE_WORDS } from "@/domain/rights/labels";
import type { ThemeCode } from "@/domain/themes/types";
import { visibleDossiers } from "@/server/visibility";
import { sharedSight, visibleDossiersSql } from "@/server/visibility-sql";
import { aCall, aDossier, anActor, anOrganisation, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";

const db = await testDatabase();
const THEMES: readonly ThemeCode[] = ["ITN3", "ITN6", "SNAP3"];
const people: Actor[] = [];

/** Every role, on one theme and on all, each person recused, assigned, ended or of the team on some dossier. */
beforeAll(async () => {
  await setClock("2021-01-20T10:00:00+01:00");
  const organisation = await anOrganisation({ kind: "state-operator" });
  const carrier = await anActor(organisation);
  people.push(carrier);
  for (const role of ROLES.filter((each) => ROLE_WORDS[each].scope !== "ministry")) {
    people.push(await anActor(organisation, { role }));
    if (ROLE_WORDS[role].scope === "theme") {
      people.push(await anActor(organisation, { role, theme: "ITN3" }));
    }
  }
  people.push(
    await anActor(
      organisation,
      { role: "instructor", theme: "ITN3" },
      { role: "juror", theme: "ITN3" },
      { role: "chair", theme: "SNAP3" },
    ),
  );
  let turn = 0;
  for (const theme of THEMES) {
    const call = await aCall(theme);
    for (const status of DOSSIER_STATUSES) {
      const { id } = await aDossier({ carrier, call, status });
      for (const [index, { agentId }] of people.slice(1).entries()) {
        turn += 1;
        const relation = ["recused", "assigned", "abstained", "ended", "team", "none", "none"][
          (turn + index) % 7
        ];
        if (relation === "team") {
          await db.dossierMember.create({ data: { dossierId: id, agentId, access: "read" } });
        } else if (relation && relation !== "none") {
          await db.jurorAssignment.create({
            data: {
              dossierId: id,
              jurorId: agentId,
              assignedById: agentId,
              status: relation,
              ...(relation !== "assigned" && { endedAt: new Date() }),
              ...(["recused", "abstained"].includes(relation) && { ground: "same-ministry" }),
            },
          });
        }
      }
    }
  }
  await db.dossier.updateMany({ where: { status: "withdrawn" }, data: { filedAt: null } });
}, 60_000);

test.each(["instruction", "exchanges", "neighbour", "steering"] as const)(
  "%s: a statement of one's own sees the same dossiers as Prisma's, whoever asks",
  async (as) => {
    let seen = 0;
    for (const actor of people) {
      const expected = await db.dossier.findMany({
        where: visibleDossiers(actor, as),
        select: { id: true },
        orderBy: { id: "asc" },
      });
      const found = await db.$queryRaw<{ id: string }[]>`
        SELECT d.id FROM dossier d WHERE ${visibleDossiersSql(actor, as)} ORDER BY d.id`;
      expect(found.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
      const shared = await db.$queryRaw<{ id: string }[]>`
        SELECT d.id FROM dossier d WHERE ${(await sharedSight(actor, as)).where} ORDER BY d.id`;
      expect(shared).toEqual(found);
      seen += found.length;
    }
    expect(seen).toBeGreaterThan(20);
  },
);

test.each(["ministry", "portfolio"] as const)("%s: the same, for a DNUM", async (as) => {
  const ministry = await anOrganisation();
  const reader = await anActor(ministry, { role: "dnum", ministryId: ministry.id });
  const carrier = await anActor(
    await anOrganisation({ kind: "state-operator", ministryId: ministry.id }),
  );
  const call = await aCall("ITN3");
  for (const status of DOSSIER_STATUSES) {
    for (const shownToDnum of [true, false]) {
      const { id } = await aDossier({ carrier, call, status });
      await db.dossier.update({ where: { id }, data: { shownToDnum } });
    }
  }
  const expected = await db.dossier.findMany({
    where: visibleDossiers(reader, as),
    select: { id: true },
    orderBy: { id: "asc" },
  });
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT d.id FROM dossier d WHERE ${visibleDossiersSql(reader, as)} ORDER BY d.id`;
  expect(found).toEqual(expected);
  // Every filed one twice, and the one draft that is shown.
  const filed = 2 * (DOSSIER_STATUSES.length - 1);
  expect(found).toHaveLength(as === "portfolio" ? filed + 1 : filed);
});

test("a juror of a dossier, recused or not, reads none of its exchanges; its chair neither", async () => {
  for (const actor of people) {
    const read = await db.dossier.findMany({
      where: visibleDossiers(actor, "exchanges"),
      include: { assignments: { where: { jurorId: actor.agentId } } },
    });
    expect(read.filter(({ assignments }) => assignments.length > 0)).toEqual([]);
    const roles = actor.grants.map(({ role }) => role);
    if (roles.every((role) => role === "chair" || role === "juror")) expect(read).toEqual([]);
  }
});
