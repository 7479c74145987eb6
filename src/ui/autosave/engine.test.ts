import { expect, test } from "vitest";
import {
  Autosave,
  type Change,
  type Outcome,
  type SaveState,
  SendError,
} from "@/ui/autosave/engine";

/** An autosave whose network, clock and store are in the test's hands. */
function bench(kept: Record<string, string> = {}, store = new Map(Object.entries(kept))) {
  const sent: (readonly Change[])[] = [];
  const waits: number[] = [];
  let state: SaveState | undefined;
  let answer: (changes: readonly Change[]) => readonly Outcome[] = (changes) =>
    changes.map(({ field, baseRevision }) => ({
      field,
      status: "saved",
      revision: baseRevision + 1,
      problem: null,
    }));
  const autosave = new Autosave({
    send: async (changes) => {
      sent.push(changes);
      return { savedAt: "2021-01-20T13:32:00.000Z", outcomes: answer(changes) };
    },
    store: {
      getItem: (key) => store.get(key) ?? null,
      setItem: (key, value) => void store.set(key, value),
      removeItem: (key) => void store.delete(key),
    },
    storeKey: "copy",
    revisions: { title: 3 },
    schedule: (_work, milliseconds) => {
      waits.push(milliseconds);
      return () => undefined;
    },
    onChange: (next) => {
      state = next;
    },
  });
  return {
    autosave,
    sent,
    store,
    waits,
    state: () => state,
    answering: (next: typeof answer) => {
      answer = next;
    },
  };
}

const failing = (kind: "offline" | "expired" | "unavailable") => () => {
  throw new SendError({ kind });
};

test("what is typed is on the device before it is sent, and leaves it once saved", async () => {
  const { autosave, store, sent, state } = bench();
  autosave.edit("title", "Nouveau nom");
  expect(store.get("copy")).toContain("Nouveau nom");
  expect(state()?.kind).toBe("unsaved");
  expect(await autosave.flush()).toBe(true);
  expect(sent).toEqual([[{ field: "title", value: "Nouveau nom", baseRevision: 3 }]]);
  expect(store.has("copy")).toBe(false);
  expect(state()).toMatchObject({ kind: "saved", savedAt: "2021-01-20T13:32:00.000Z" });
  autosave.edit("title", "Encore un");
  await autosave.flush();
  expect(sent[1]?.[0]?.baseRevision).toBe(4);
});

test("without network the copy stays, the wait doubles, and the return of the network saves", async () => {
  const { autosave, store, waits, state, answering } = bench();
  answering(failing("offline"));
  autosave.edit("summary", "Hors ligne");
  expect(await autosave.flush()).toBe(false);
  expect(await autosave.flush()).toBe(false);
  expect(await autosave.flush()).toBe(false);
  expect(state()?.kind).toBe("offline");
  expect(waits.slice(-3)).toEqual([2_000, 4_000, 8_000]);
  expect(store.get("copy")).toContain("Hors ligne");
  answering((changes) =>
    changes.map(({ field }) => ({ field, status: "saved", revision: 1, problem: null })),
  );
  expect(await autosave.flush()).toBe(true);
  expect(state()?.kind).toBe("saved");
});

test("an expired session keeps the text, and saves it once somebody signed in again", async () => {
  const { autosave, state, answering, store } = bench();
  answering(failing("expired"));
  autosave.edit("summary", "Avant la pause");
  await autosave.flush();
  expect(state()?.kind).toBe("expired");
  expect(store.get("copy")).toContain("Avant la pause");
  answering((changes) =>
    changes.map(({ field }) => ({ field, status: "saved", revision: 1, problem: null })),
  );
  expect(await autosave.flush()).toBe(true);
});

test("a conflict keeps both texts until the person chooses, and holds back nothing else", async () => {
  const { autosave, sent, state, answering } = bench();
  answering((changes) =>
    changes.map(({ field }) =>
      field === "title"
        ? { field, status: "conflict", revision: 5, value: "Le leur", author: "A B", at: "" }
        : { field, status: "saved", revision: 1, problem: null },
    ),
  );
  autosave.edit("title", "Le mien");
  autosave.edit("summary", "Autre");
  expect(await autosave.flush()).toBe(false);
  expect(state()?.kind).toBe("conflict");
  expect(state()?.conflicts.title?.value).toBe("Le leur");
  await autosave.flush();
  expect(sent).toHaveLength(1);
  answering((changes) =>
    changes.map(({ field }) => ({ field, status: "saved", revision: 6, problem: null })),
  );
  autosave.resolve("title", "Le mien\n\nLe leur");
  expect(await autosave.flush()).toBe(true);
  expect(sent[1]).toEqual([{ field: "title", value: "Le mien\n\nLe leur", baseRevision: 5 }]);
});

test("taking the other's text sends nothing", async () => {
  const { autosave, sent, state, store, answering } = bench();
  answering(() => [
    { field: "title", status: "conflict", revision: 5, value: "Le leur", author: "A B", at: "" },
  ]);
  autosave.edit("title", "Le mien");
  await autosave.flush();
  autosave.takeSaved("title");
  expect(await autosave.flush()).toBe(true);
  expect(sent).toHaveLength(1);
  expect(store.has("copy")).toBe(false);
  expect(state()?.conflicts).toEqual({});
});

test("what waited on the device is given back and sent over the revision it was typed on", async () => {
  const copy = JSON.stringify({ title: { value: "Tapé hier", baseRevision: 2 } });
  const { autosave, sent } = bench({ copy });
  expect(autosave.restore()).toEqual({ title: "Tapé hier" });
  await autosave.flush();
  expect(sent[0]).toEqual([{ field: "title", value: "Tapé hier", baseRevision: 2 }]);
});

test("a copy that cannot be read is no obstacle", () => {
  expect(bench({ copy: "{" }).autosave.restore()).toEqual({});
  expect(bench({ copy: '{"title":null,"summary":"x"}' }).autosave.restore()).toEqual({});
});

test("what is typed while the answer comes is sent after, over the new revision", async () => {
  const { autosave, sent, answering } = bench();
  answering((changes) => {
    autosave.edit("title", "Deuxième");
    return changes.map(({ field, baseRevision }) => ({
      field,
      status: "saved",
      revision: baseRevision + 1,
      problem: null,
    }));
  });
  autosave.edit("title", "Premier");
  expect(await autosave.flush()).toBe(false);
  answering((changes) =>
    changes.map(({ field }) => ({ field, status: "saved", revision: 5, problem: null })),
  );
  expect(await autosave.flush()).toBe(true);
  expect(sent[1]).toEqual([{ field: "title", value: "Deuxième", baseRevision: 4 }]);
});

test("an answer lost on its way puts nobody in conflict with themselves", async () => {
  const { autosave, sent, state, answering } = bench();
  // The portal saves « Un » as revision 4, and its answer never comes.
  answering(failing("offline"));
  autosave.edit("title", "Un");
  await autosave.flush();
  autosave.edit("title", "Un deux");
  const saved = new Map([["title", { value: "Un" as unknown, revision: 4 }]]);
  answering((changes) =>
    changes.map(({ field, value, baseRevision }) => {
      const now = saved.get(field) ?? { value: "", revision: 0 };
      if (now.value === value) return { field, status: "saved", ...now, problem: null };
      if (now.revision !== baseRevision) {
        return { field, status: "conflict", ...now, author: "A B", at: "" };
      }
      saved.set(field, { value, revision: baseRevision + 1 });
      return { field, status: "saved", revision: baseRevision + 1, problem: null };
    }),
  );
  expect(await autosave.flush()).toBe(true);
  expect(state()?.conflicts).toEqual({});
  expect(saved.get("title")).toEqual({ value: "Un deux", revision: 5 });
  expect(sent.slice(1).flat()).toEqual([
    { field: "title", value: "Un", baseRevision: 3 },
    { field: "title", value: "Un deux", baseRevision: 4 },
  ]);
});

test("what was sent without an answer is remembered by the copy, for a page opened again", async () => {
  const before = bench();
  before.answering(failing("unavailable"));
  before.autosave.edit("title", "Un");
  await before.autosave.flush();
  before.autosave.edit("title", "Un deux");
  before.autosave.stop();
  const { autosave, sent } = bench({}, before.store);
  expect(autosave.restore()).toEqual({ title: "Un deux" });
  expect(await autosave.flush()).toBe(true);
  expect(sent.flat()).toEqual([
    { field: "title", value: "Un", baseRevision: 3 },
    { field: "title", value: "Un deux", baseRevision: 4 },
  ]);
});

test("typing on a copy given back keeps the revision the copy was typed on", async () => {
  const copy = JSON.stringify({ title: { value: "Tapé hier", baseRevision: 2 } });
  const { autosave, sent } = bench({ copy });
  autosave.restore();
  autosave.edit("title", "Tapé hier, fini aujourd’hui");
  await autosave.flush();
  expect(sent[0]?.[0]?.baseRevision).toBe(2);
});

test("two tabs keep their copies side by side: what one saves leaves the other's", async () => {
  const one = bench();
  const other = bench({}, one.store);
  one.answering(failing("expired"));
  one.autosave.edit("summary", "Dans le premier onglet");
  await one.autosave.flush();
  other.autosave.edit("title", "Dans le second");
  expect(one.store.get("copy")).toContain("premier onglet");
  await other.autosave.flush();
  expect(one.store.get("copy")).toContain("premier onglet");
  expect(one.store.get("copy")).not.toContain("second");
});

test("a value that cannot be kept holds nothing back once another was typed", async () => {
  const { autosave, state, answering } = bench();
  answering(failing("offline"));
  autosave.edit("title", "\u0007");
  await autosave.flush();
  autosave.edit("title", "Un titre");
  answering((changes) =>
    changes.map(({ field, value }) =>
      value === "Un titre"
        ? { field, status: "saved", revision: 4, problem: null }
        : { field, status: "refused", message: "Ce caractère ne peut pas être gardé." },
    ),
  );
  expect(await autosave.flush()).toBe(true);
  expect(state()?.refused).toEqual({});
});

test("asked twice at once, what waits leaves once", async () => {
  const { autosave, sent } = bench();
  autosave.edit("title", "Un titre");
  await Promise.all([autosave.flush(), autosave.flush(), autosave.flush()]);
  expect(sent).toHaveLength(1);
});
