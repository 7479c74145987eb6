import { expect, test } from "vitest";
import { finishSignIn, startSignIn } from "@/server/auth/sign-in";
import { signOut } from "@/server/auth/sign-out";
import { testDatabase } from "../database";
import { Browser, testProvider } from "./provider";

const HTTPS = "https://guichet.example";
process.env.NEXTAUTH_URL = HTTPS;
const provider = await testProvider({ portal: HTTPS });
const db = await testDatabase();

test("over https every cookie is bound to this very host and to https", async () => {
  const browser = new Browser();
  const start = browser.keep(
    HTTPS,
    await startSignIn(new Request(`${HTTPS}/connexion/agentconnect`)),
  );
  const location = start.headers.get("location") ?? "";
  expect(location.startsWith(provider.issuer)).toBe(true);
  const back = await browser.throughProvider(location, "organisation-inconnue", HTTPS);
  const cookie = browser.header(HTTPS);
  const answer = await finishSignIn(new Request(back, { headers: { cookie } }));
  expect(answer.headers.get("location")).toBe("/connexion/suite");
  expect(await db.session.count()).toBe(1);

  const out = await signOut(
    new Request(`${HTTPS}/api/deconnexion`, {
      method: "POST",
      headers: { cookie: browser.keep(HTTPS, answer) && browser.header(HTTPS) },
    }),
  );
  expect(await db.session.count()).toBe(0);

  const lines = [start, answer, out].flatMap((response) => response.headers.getSetCookie());
  const names = new Set(lines.map((line) => line.split("=")[0]));
  expect(names).toContain("__Host-guichet-session");
  for (const line of lines) {
    expect(line).toMatch(/; Secure/);
    expect(line).toMatch(/; Path=\//);
    expect(line).not.toMatch(/Domain=/i);
    // The hint says nothing: it is the only one that scripts may read, and needs no prefix.
    if (line.startsWith("guichet-connecte=")) continue;
    expect(line).toMatch(/^__Host-/);
    expect(line).toMatch(/; HttpOnly/);
  }
});
