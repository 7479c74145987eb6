"use client";

import { useEffect } from "react";
import { startDsfr } from "@/ui/dsfr/start-dsfr";

/** What the DSFR's script opens and closes: menus, folds, tabs, modals. */
const CONTROLS = "[aria-controls]";
/** A reader approaches a control before using it. */
const APPROACHES = ["pointerover", "focusin", "touchstart"] as const;

function control(event: Event): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>(CONTROLS) : null;
}

/** Starts the script when a control is approached. A click made before it answers is kept and played again. */
function startOnInteraction(): () => void {
  let ready = false;
  const start = () =>
    startDsfr().then(() => {
      ready = true;
      stop();
    });
  const approach = (event: Event) => {
    if (control(event)) void start();
  };
  const click = (event: MouseEvent) => {
    const target = control(event);
    if (ready || !target) return;
    event.preventDefault();
    event.stopPropagation();
    void start().then(() => target.click());
  };
  const stop = () => {
    for (const name of APPROACHES) document.removeEventListener(name, approach);
    document.removeEventListener("click", click, true);
  };
  for (const name of APPROACHES) document.addEventListener(name, approach, { passive: true });
  document.addEventListener("click", click, true);
  return stop;
}

/**
 * Starts the script once the browser has nothing better to do: React has then taken over the whole page, whose elements
 * the DSFR marks with attributes of its own.
 */
function startWhenIdle(): () => void {
  // Safari has no requestIdleCallback.
  if (!("requestIdleCallback" in window)) {
    const timer = setTimeout(startDsfr, 500);
    return () => clearTimeout(timer);
  }
  const request = requestIdleCallback(() => void startDsfr(), { timeout: 2_000 });
  return () => cancelIdleCallback(request);
}

export interface DsfrStarterProps {
  /**
   * `interaction`: when a control is hovered, focused or touched — public pages, where most readers open nothing. `idle`:
   * soon after the page is there too — rooms, whose pages are made of folds and menus.
   */
  when: "interaction" | "idle";
}

/** Starts the DSFR's script, at the moment that suits the page. */
export function DsfrStarter({ when }: DsfrStarterProps) {
  useEffect(() => {
    const stops = [startOnInteraction()];
    if (when === "idle") stops.push(startWhenIdle());
    return () => {
      for (const stop of stops) stop();
    };
  }, [when]);
  return null;
}
