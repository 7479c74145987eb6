"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { PAGE_READER } from "@/domain/rights/page-reader";
import { routes } from "@/routes";
import type { RoomState } from "../../room-state";

const EVERY = 2_000;
/** A hidden tab asks less often; coming back to it asks at once. */
const HIDDEN = 15_000;
const LONGEST_WAIT = 30_000;
const TIMEOUT = 10_000;

export type Link =
  | { kind: "live" }
  /** Since when nothing was heard of the portal. */
  | { kind: "lost"; since: Date }
  | { kind: "expired" }
  /** The room is no longer open to its reader. */
  | { kind: "closed" };

type Answer = { state: RoomState } | "same" | "lost" | "expired" | "closed";

async function ask(id: string, seen: string, agentId: string): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(routes.roomState(id, seen), {
      headers: { [PAGE_READER]: agentId },
      credentials: "same-origin",
      cache: "no-store",
      signal: AbortSignal.timeout(TIMEOUT),
    });
  } catch {
    return "lost";
  }
  if (response.status === 204) return "same";
  if (response.status === 401) return "expired";
  if (response.status === 404) return "closed";
  if (!response.ok) return "lost";
  const state = (await response.json().catch(() => null)) as RoomState | null;
  return state ? { state } : "lost";
}

/**
 * The state of the room, kept up by asking for what changed every two seconds, less and less often while the portal does
 * not answer. A page made anew, by an act of one's own or « Actualiser », takes its place at once.
 */
export function useRoom(
  made: RoomState,
  agentId: string,
): { state: RoomState; link: Link; mine: number } {
  const [state, setState] = useState(made);
  const [link, setLink] = useState<Link>({ kind: "live" });
  /** Raised when the page was made anew: what one did oneself is shown at once. */
  const [mine, setMine] = useState(0);
  const latest = useRef(made);
  const heard = useRef(0);

  const take = useCallback((next: RoomState) => {
    if (Date.parse(next.now) < Date.parse(latest.current.now)) return;
    latest.current = next;
    setState(next);
  }, []);

  const first = useRef(made);
  useEffect(() => {
    if (made === first.current) return;
    first.current = made;
    take(made);
    setMine((count) => count + 1);
  }, [made, take]);

  useEffect(() => {
    const { id } = first.current.session;
    let timer = 0;
    let failures = 0;
    let left = false;
    heard.current = Date.now();

    const later = (wait: number) => {
      window.clearTimeout(timer);
      if (!left) timer = window.setTimeout(() => void turn(), wait);
    };
    const turn = async () => {
      const answer = await ask(id, latest.current.seen, agentId);
      if (left) return;
      if (answer === "closed") return setLink({ kind: "closed" });
      if (answer === "lost" || answer === "expired") {
        failures += 1;
        setLink(
          answer === "expired"
            ? { kind: "expired" }
            : { kind: "lost", since: new Date(heard.current) },
        );
        return later(Math.min(EVERY * 2 ** failures, LONGEST_WAIT));
      }
      failures = 0;
      heard.current = Date.now();
      setLink((before) => (before.kind === "live" ? before : { kind: "live" }));
      if (answer !== "same") take(answer.state);
      later(document.visibilityState === "hidden" ? HIDDEN : EVERY);
    };
    const now = () => {
      if (document.visibilityState !== "hidden") later(0);
    };
    later(EVERY);
    document.addEventListener("visibilitychange", now);
    window.addEventListener("online", now);
    return () => {
      left = true;
      window.clearTimeout(timer);
      document.removeEventListener("visibilitychange", now);
      window.removeEventListener("online", now);
    };
  }, [take, agentId]);

  return { state, link, mine };
}

/** The portal's time, carried by this device's clock; what the page said when it was made, without script. */
export function usePortalNow(told: string): Date {
  const [now, setNow] = useState(() => new Date(told));
  const lead = useRef(0);
  useEffect(() => {
    lead.current = Date.parse(told) - Date.now();
    const tick = () => setNow(new Date(Date.now() + lead.current));
    tick();
    const timer = window.setInterval(tick, 5_000);
    return () => window.clearInterval(timer);
  }, [told]);
  return now;
}
