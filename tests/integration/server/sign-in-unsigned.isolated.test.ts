import { expect, test } from "vitest";
import { testDatabase } from "../database";
import { Browser, testProvider } from "./provider";

// The provider answers userinfo in plain JSON while the portal was told to expect a signature.
await testProvider({ userinfoAlg: "none" });
const db = await testDatabase();

test("an identity without the signature that was agreed opens nothing", async () => {
  const answer = await new Browser().signIn("organisation-inconnue");
  expect(answer.headers.get("location")).toBe("/connexion/refus?motif=interruption");
  expect(await db.session.count()).toBe(0);
  expect(await db.agent.count()).toBe(0);
});
