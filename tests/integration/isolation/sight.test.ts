import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/rights/actor";
import { inTransaction } from "@/server/database/client";
import { asMinistry, withinMinistry } from "@/server/database/ministry-sight";
import { aCall, aDossier, anActor, anOrganisation, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { aMinistry, type Ministry } from "../visas/world";

const db = await testDatabase();

let one: Ministry;
let other: Ministry;
let both: Actor;

beforeAll(async () => {
  await setClock("2021-01-20T10:00:00+01:00");
  const call = await aCall("ITN3");
  one = await aMinistry();
  other = await aMinistry();
  both = await anActor(
    await anOrganisation(),
    { role: "dnum", ministryId: one.ministry.id },
    { role: "dnum", ministryId: other.ministry.id },
  );
  for (const { carrier } of [one, one, other]) {
    await aDossier({ carrier, call });
    await aDossier({ carrier, call, status: "draft" });
  }
});

/** The ministries of every dossier the database shows, without any condition. */
const seenBy = (actor: Actor) =>
  asMinistry(actor, async (tx) => {
    const rows = await tx.dossier.findMany({ select: { ministryId: true } });
    return rows.map(({ ministryId }) => ministryId);
  });

describe("without any condition in the query", () => {
  test("the database shows the filed dossiers of the actor's ministries, and no other", async () => {
    expect(await seenBy(one.dnum)).toEqual([one.ministry.id, one.ministry.id]);
    expect(await seenBy(other.dnum)).toEqual([other.ministry.id]);
    expect((await seenBy(both)).length).toBe(3);
  });

  test("nothing to an actor of no ministry, nor to the role where no ministry is said", async () => {
    expect(await seenBy(one.carrier)).toEqual([]);
    const rows = await db.$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL ROLE guichet_ministry`;
      return tx.dossier.findMany({ select: { id: true } });
    });
    expect(rows).toEqual([]);
  });

  test("a ministry that is none of an identifier's shape is an error, not everything", async () => {
    const broken = { ...one.dnum, grants: [{ role: "dnum", theme: null, ministryId: "*" }] };
    await expect(seenBy(broken as Actor)).rejects.toThrow();
  });
});

describe("the connection", () => {
  const isOwner = async () => {
    const [row] = await db.$queryRaw<{ owner: boolean; said: string | null }[]>`
      SELECT current_user = session_user AS owner, nullif(current_setting('app.ministries', true), '') AS said`;
    return row;
  };

  test("is the owner's again after a transaction, kept or given up", async () => {
    const owners = async () => {
      const rows = await Promise.all(Array.from({ length: 40 }, isOwner));
      expect(rows).toEqual(rows.map(() => ({ owner: true, said: null })));
    };
    await Promise.all(Array.from({ length: 40 }, () => seenBy(one.dnum)));
    await owners();
    const fails = () =>
      asMinistry(one.dnum, async (tx) => {
        await tx.dossier.findMany({ select: { id: true } });
        throw new Error("Given up");
      });
    await Promise.allSettled(Array.from({ length: 40 }, fails));
    await owners();
    const refused = () => asMinistry(one.dnum, (tx) => tx.internalNote.count());
    for (const end of await Promise.allSettled(Array.from({ length: 40 }, refused))) {
      expect(end.status).toBe("rejected");
    }
    await owners();
  });

  test("is narrow within a part of a transaction, and the owner's in the rest of it", async () => {
    const counts = await inTransaction(async (tx) => [
      await tx.dossier.count(),
      await withinMinistry(tx, one.dnum, (narrow) => narrow.dossier.count()),
      await tx.dossier.count(),
    ]);
    expect(counts).toEqual([6, 2, 6]);
  });

  test("never shows one ministry to another, 200 reads of two at once on one pool", async () => {
    const readers = Array.from({ length: 200 }, (_, index) => (index % 2 === 0 ? one : other));
    const seen = await Promise.all(readers.map(({ dnum }) => seenBy(dnum)));
    for (const [index, { ministry }] of readers.entries()) {
      expect(new Set(seen[index])).toEqual(new Set([ministry.id]));
    }
  });
});
