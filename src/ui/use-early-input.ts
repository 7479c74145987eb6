"use client";

import { type RefObject, useEffect } from "react";

declare global {
  interface Window {
    /** The fields typed in since the page came: `server/early-script.ts` notes them before any other script runs. */
    guichetTyped?: WeakSet<EventTarget>;
  }
}

/**
 * Tells a form what was typed in it before it listened, while its scripts were still on their way: the browser shows
 * that text, and nothing else knows of it.
 */
export function useEarlyInput(form: RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    let left = false;
    const replay = async () => {
      for (const field of form.current?.elements ?? []) {
        if (!window.guichetTyped?.has(field)) continue;
        // Once the effects of the form have run, then what the field before has changed.
        await Promise.resolve();
        if (!left) field.dispatchEvent(new Event("input", { bubbles: true }));
      }
    };
    void replay();
    return () => {
      left = true;
    };
  }, [form]);
}
