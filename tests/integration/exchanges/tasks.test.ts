import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { readFiling } from "@/features/dossiers/queries/filed-dossier";
import { readTasks } from "@/features/dossiers/queries/my-tasks";
import { openThread } from "@/features/exchanges/commands/open-thread";
import { writeToCarrier } from "@/features/exchanges/commands/send-message";
import { routes } from "@/routes";
import { aReviewedDossier, theRoom } from "../../fixtures/jury";
import { setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { aFiledSample, aReturningRoom } from "../returns/world";

await testDatabase();
await setClock("2021-01-20T10:00:00+01:00");

test("a message to read comes before what is dated, until it is read", async () => {
  const room = await theRoom("ITN3");
  const { number, title } = await aReviewedDossier(room);
  for (let index = 0; index < 6; index += 1) await aReviewedDossier(room, { status: "draft" });
  const write = () =>
    writeToCarrier(room.owner, { number, key: randomUUID(), body: "Bonjour", seen: "" });
  await write();
  await write();
  const tasks = await readTasks(room.carrier);
  expect(tasks).toHaveLength(6);
  expect(tasks[0]).toEqual({
    number,
    label: `Lire 2 messages de l’instruction sur «\u00A0${title}\u00A0»`,
    href: routes.messages(number),
    due: null,
  });
  expect(await readTasks(room.owner)).toEqual([]);
  await openThread(room.carrier, "carrier", number);
  expect((await readTasks(room.carrier)).map(({ number: of }) => of)).not.toContain(number);
});

test("the page of a filed dossier counts them", async () => {
  const room = await aReturningRoom("ITN3");
  const { number } = await aFiledSample(room, "ITN3");
  expect((await readFiling(room.carrier, number)).unread).toBe(0);
  await writeToCarrier(room.owner, { number, key: randomUUID(), body: "Bonjour", seen: "" });
  expect((await readFiling(room.carrier, number)).unread).toBe(1);
});
