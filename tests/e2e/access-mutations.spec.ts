import { type APIRequestContext, expect, request, test } from "@playwright/test";
import { routes } from "@/routes";
import { ACCESS } from "../fixtures/access-matrix";
import { MUTATIONS } from "../fixtures/access-visits";
import { DOSSIERS } from "../fixtures/demonstration-dossiers";
import { requestsOf } from "./sign-in";

const { draft, underReview } = DOSSIERS;
const NOBODYS_KEY = "00000000-0000-4000-8000-000000000000";

interface Mutation {
  method: "PUT" | "POST";
  address: string;
  /** A body the schema accepts: a refusal is then one of rights. It changes nothing where it is let in. */
  body: object;
  /** Who may write there, and somebody who may not see the dossier. */
  writer: string;
  stranger: string;
}

const team = { writer: "porteur-deconcentre", stranger: "porteuse-operateur" };

/** One per line of `MUTATIONS`, in its order. */
const EACH: readonly Mutation[] = [
  {
    method: "POST",
    address: routes.file(),
    body: { key: NOBODYS_KEY, number: draft.number, content: "0".repeat(64), reread: "oui" },
    ...team,
  },
  {
    method: "PUT",
    address: routes.saveAnswers(draft.number),
    body: { answers: [{ field: "title", value: draft.title, baseRevision: 1 }] },
    ...team,
  },
  {
    method: "PUT",
    address: routes.savePlan(draft.number),
    body: { baseRevision: 99, lines: [] },
    ...team,
  },
  {
    method: "PUT",
    // Nothing is asked of a draft: let in, it is refused for that.
    address: routes.saveReplies(draft.number),
    body: { answers: [{ field: "title", value: "Essai", baseRevision: 0 }] },
    ...team,
  },
  {
    method: "PUT",
    address: routes.saveCommitment(draft.number),
    body: { commitment: "schedule", accepted: false },
    ...team,
  },
  {
    method: "PUT",
    address: routes.presence(draft.number),
    body: { step: "projet" },
    ...team,
  },
  {
    method: "PUT",
    address: routes.saveSheet(underReview.number),
    body: { baseRevision: 99, scores: [], privateNotes: "Essai" },
    writer: "jure-culture",
    stranger: "jure-en-conflit",
  },
  {
    method: "PUT",
    // Handed in: let in, it is refused for that.
    address: routes.saveReport(DOSSIERS.followed.number, "2021-01"),
    body: { baseRevision: 99, cells: {}, comment: "Essai" },
    ...team,
  },
];

type Headers = Record<string, string>;
const HERE: Headers = { "sec-fetch-site": "same-origin" };

async function answerTo(
  context: APIRequestContext,
  { method, address, body }: Mutation,
  headers: Headers,
) {
  const answer = await context.fetch(address, { method, data: body, headers });
  return { status: answer.status(), text: await answer.text() };
}

test("every handler that writes is tried here", () => {
  expect(EACH).toHaveLength(MUTATIONS.length);
  expect(MUTATIONS.filter((line) => !(line in ACCESS))).toEqual([]);
});

test("signed out, nothing is written", async ({ baseURL }) => {
  const context = await request.newContext({ baseURL });
  for (const each of EACH) {
    expect((await answerTo(context, each, HERE)).status, each.address).toBe(401);
  }
  await context.dispose();
});

for (const writer of new Set(EACH.map((each) => each.writer))) {
  test(`${writer} writes from the portal's own pages only, by the handler's own method`, async ({
    baseURL,
  }) => {
    const context = await requestsOf(request, writer, baseURL);
    for (const each of EACH.filter((one) => one.writer === writer)) {
      const elsewhere: Headers[] = [
        { origin: "https://ailleurs.example" },
        { origin: "https://ailleurs.example", "sec-fetch-site": "cross-site" },
        { "sec-fetch-site": "cross-site" },
        { "sec-fetch-site": "none" },
        {},
      ];
      for (const headers of elsewhere) {
        const { status } = await answerTo(context, each, headers);
        expect(status, `${each.address} ${JSON.stringify(headers)}`).toBe(403);
      }
      for (const method of ["GET", "DELETE", "PATCH"]) {
        const answer = await context.fetch(each.address, { method, headers: HERE });
        expect(answer.status(), `${method} ${each.address}`).toBe(405);
      }
      const { status, text } = await answerTo(context, each, HERE);
      // Let in: kept as it was, or refused for its content.
      expect([200, 409], `${each.address}: ${text}`).toContain(status);
    }
    await context.dispose();
  });
}

for (const stranger of new Set(EACH.map((each) => each.stranger))) {
  test(`${stranger} is told that the dossier does not exist`, async ({ baseURL }) => {
    const context = await requestsOf(request, stranger, baseURL);
    for (const each of EACH.filter((one) => one.stranger === stranger)) {
      const { status, text } = await answerTo(context, each, HERE);
      expect(status, `${each.address}: ${text}`).toBe(404);
      expect(text).not.toContain(draft.title);
    }
    await context.dispose();
  });
}
