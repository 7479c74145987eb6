import { UnrecognizedActionError } from "next/dist/client/components/unrecognized-action-error";
import { redirect } from "next/navigation";
import { expect, test } from "vitest";
import { type FormState, IDLE } from "@/domain/form-state";
import { keepingWhatIsTyped } from "@/ui/use-form-action";

const typed = new FormData();
typed.append("body", "Qui écrit les risques ?");
typed.append("steps", "projet");
typed.append("steps", "equipe");
typed.append("$ACTION_KEY", "k1");

const failing = (error: unknown) =>
  keepingWhatIsTyped(() => Promise.reject(error))(IDLE, typed) as Promise<FormState>;

const VALUES = { body: "Qui écrit les risques ?", steps: ["projet", "equipe"] };

test("an answer of the portal passes as it is", async () => {
  const done: FormState = { status: "done", message: "Publié." };
  expect(await keepingWhatIsTyped(() => Promise.resolve(done))(IDLE, typed)).toBe(done);
});

test.each([
  ["the network is cut", new TypeError("Failed to fetch")],
  ["a proxy answers instead", new Error("An unexpected response was received from the server.")],
])("when %s the form stays with all that was typed", async (_, error) => {
  expect(await failing(error)).toMatchObject({
    status: "refused",
    message: expect.stringMatching(/^L’envoi n’est pas confirmé/),
    values: VALUES,
  });
});

test("a page older than the portal keeps what was typed and says to reload", async () => {
  expect(await failing(new UnrecognizedActionError("not found"))).toMatchObject({
    status: "refused",
    message: expect.stringMatching(/^Le portail a été mis à jour/),
    values: VALUES,
  });
});

test("a redirection goes its way", async () => {
  const moved = keepingWhatIsTyped(async () => redirect("/dossiers"));
  await expect(moved(IDLE, typed)).rejects.toMatchObject({
    digest: expect.stringContaining("/dossiers"),
  });
});
