"use client";

import { useEffect } from "react";
import { startDsfr } from "@/ui/dsfr/start-dsfr";

/** What the DSFR's script opens and closes: menus, folds, tabs, modals. */
const CONTROLS = "[aria-controls]";

function control(event: Event): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>(CONTROLS) : null;
}

export interface DsfrStarterProps {
  /**
   * `interaction`: when a control is approached (hover, focus, touch) — public pages, where most readers open nothing.
   * `hydration`: at once — rooms, whose pages are made of folds and menus.
   */
  when: "interaction" | "hydration";
}

/** Starts the DSFR's script. A click made before it answers is kept and played again. */
export function DsfrStarter({ when }: DsfrStarterProps) {
  useEffect(() => {
    if (when === "hydration") {
      void startDsfr();
      return;
    }
    let ready = false;
    const approach = (event: Event) => {
      if (!ready && control(event)) void startDsfr().then(() => stop());
    };
    const click = (event: MouseEvent) => {
      const target = control(event);
      if (ready || !target) return;
      event.preventDefault();
      event.stopPropagation();
      void startDsfr().then(() => {
        stop();
        target.click();
      });
    };
    const stop = () => {
      ready = true;
      for (const name of ["pointerover", "focusin", "touchstart"])
        document.removeEventListener(name, approach);
      document.removeEventListener("click", click, true);
    };
    for (const name of ["pointerover", "focusin", "touchstart"])
      document.addEventListener(name, approach, { passive: true });
    document.addEventListener("click", click, true);
    return stop;
  }, [when]);
  return null;
}
