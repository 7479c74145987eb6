import { expect, test } from "vitest";
import {
  Autosave,
  type Change,
  type Outcome,
  type SaveState,
  SendError,
} from "@/ui/autosave/engine";

/** An autosave whose network, clock and store are in the test's hands. */
function bench(kept: Record<string, string> = {}) {
  const store = new Map(Object.entries(kept));
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

const failing = (kind: "offline" | "expired") => () => {
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
