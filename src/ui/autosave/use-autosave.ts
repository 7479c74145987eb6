"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { Autosave, type SaveState, type Send } from "@/ui/autosave/engine";
import { pagesChanged } from "@/ui/autosave/fresh-history";

const INITIAL: SaveState = {
  kind: "untouched",
  savedAt: null,
  message: null,
  conflicts: {},
  refused: {},
};

export interface AutosaveOptions {
  send: Send;
  /** Names the local copy: one per person, dossier and step. */
  storeKey: string;
  revisions: Readonly<Record<string, number>>;
  problems?: Readonly<Record<string, string>>;
  /** Called once with what waited on this device. */
  onRestore: (values: Record<string, unknown>) => void;
}

function localStore() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** The autosave of a step: saves when typing pauses, when the page is hidden, when the network or the person comes back. */
export function useAutosave(options: AutosaveOptions) {
  const [state, setState] = useState(INITIAL);
  const engine = useRef<Autosave | null>(null);
  // The options of the first render: a step is one page, and the engine lives as long as it.
  const first = useRef(options);

  useEffect(() => {
    const { send, onRestore, ...surroundings } = first.current;
    const autosave = new Autosave({
      ...surroundings,
      send: async (changes) => {
        const answer = await send(changes);
        pagesChanged();
        return answer;
      },
      store: localStore(),
      schedule: (work, milliseconds) => {
        const timer = window.setTimeout(work, milliseconds);
        return () => window.clearTimeout(timer);
      },
      onChange: setState,
    });
    engine.current = autosave;
    const restored = autosave.restore();
    if (Object.keys(restored).length > 0) onRestore(restored);

    const flush = () => void autosave.flush();
    const onVisibility = () => flush();
    window.addEventListener("online", flush);
    window.addEventListener("focus", flush);
    document.addEventListener("visibilitychange", onVisibility);
    window.addEventListener("pagehide", flush);
    return () => {
      autosave.stop();
      flush();
      window.removeEventListener("online", flush);
      window.removeEventListener("focus", flush);
      document.removeEventListener("visibilitychange", onVisibility);
      window.removeEventListener("pagehide", flush);
    };
  }, []);

  const edit = useCallback(
    (field: string, value: unknown) => engine.current?.edit(field, value),
    [],
  );
  const flush = useCallback(async () => (await engine.current?.flush()) ?? false, []);
  const resolve = useCallback(
    (field: string, value: unknown) => engine.current?.resolve(field, value),
    [],
  );
  const takeSaved = useCallback((field: string) => engine.current?.takeSaved(field), []);
  const problemOf = useCallback((field: string) => engine.current?.problemOf(field), []);
  return { state, edit, flush, resolve, takeSaved, problemOf };
}

export type StepAutosave = ReturnType<typeof useAutosave>;
