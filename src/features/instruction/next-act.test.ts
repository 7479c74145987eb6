import { describe, expect, test } from "vitest";
import { endOfDay } from "@/domain/calendar";
import { DOSSIER_STATUSES, type DossierStatus } from "@/domain/dossier/statuses";
import { pathContext, refusal, type TransitionName } from "@/domain/dossier/transitions";
import { THEMES } from "@/domain/themes/index";
import type { SelectionPath } from "@/domain/themes/types";
import { routes } from "@/routes";
import { nextAct } from "./next-act";

const number = "2021-000421";
/** The transition each page performs. */
const PERFORMS: Record<string, TransitionName> = {
  [routes.admissibility(number)]: "admit",
  [routes.complementRequests(number)]: "closeComplement",
  [routes.complementClosing(number)]: "closeComplement",
  [routes.jurors(number)]: "review",
  [routes.hearing(number)]: "hear",
  [routes.session("s")]: "closeScoring",
  [routes.proposal(number)]: "accept",
};

const NOW = new Date("2021-01-20T10:00:00+01:00");

function next(
  status: DossierStatus,
  path: SelectionPath,
  proposed = false,
  now = NOW,
  askedTheme: string | null = null,
) {
  return nextAct({
    number,
    status,
    path,
    viewsMissing: [],
    askedTheme,
    owner: "Mission LABEL",
    decision: proposed ? { status: "proposed", notified: false } : null,
    sessionId: "s",
    dueAt: status === "complement-requested" ? endOfDay("2021-02-05") : null,
    now,
  });
}

describe("the one next step", () => {
  test("of a request of complements is the carrier's, then the owner's to choose", () => {
    const { selection } = THEMES.ITN3;
    expect(next("complement-requested", selection)).toMatchObject({
      who: "le porteur",
      before:
        "vendredi 5\u00A0février\u00A02021 à 23\u00A0h\u00A059 (heure de Paris), dans 16 jours",
      action: { href: routes.complementRequests(number) },
    });
    const late = new Date("2021-02-06T00:00:00+01:00");
    expect(next("complement-requested", selection, false, late)).toMatchObject({
      who: "Mission LABEL",
      action: { href: routes.complementClosing(number) },
    });
  });

  test("leads to a page whose act the table of transitions allows, for every theme and status", () => {
    for (const { code, selection } of Object.values(THEMES)) {
      for (const status of DOSSIER_STATUSES) {
        // A theme without scoring never reaches these.
        if (!selection.scored && ["under-review", "scored"].includes(status)) continue;
        const action = next(status, selection)?.action;
        if (!action) continue;
        const transition = PERFORMS[action.href];
        const context = { ...pathContext(selection), scoringComplete: true, arbitrated: true };
        expect(transition, `${code} ${status}`).toBeDefined();
        if (transition)
          expect(refusal(transition, status, context), `${code} ${status}`).toBeNull();
      }
    }
  });

  test("of a first selection names it, and both its outcomes (ITN5, Livret l.353)", () => {
    const { what } = next("admissible", THEMES.ITN5.selection) ?? {};
    expect(what).toBe(
      "faire la première sélection\u00A0: confier le dossier au jury, ou l’écarter",
    );
    expect(next("admissible", THEMES.ITN3.selection)?.what).toBe("confier le dossier à des jurés");
  });

  test("of a dossier to be presented again is to tell it, then the carrier's", () => {
    const told = (notified: boolean) =>
      nextAct({
        number,
        status: "to-be-presented-again",
        path: THEMES.SNAP4.selection,
        viewsMissing: [],
        askedTheme: null,
        owner: "",
        decision: { status: "confirmed", notified },
        sessionId: null,
        dueAt: null,
        now: NOW,
      });
    expect(told(false)?.action?.href).toBe(routes.letter(number));
    expect(told(true)).toEqual({
      who: "le porteur",
      what: "répondre aux attentes et déposer une nouvelle présentation",
      action: null,
    });
  });

  test("never leaves a dossier under examination without one", () => {
    for (const { code, selection } of Object.values(THEMES)) {
      const walked: DossierStatus[] = selection.scored
        ? ["filed", "admissible", "under-review", "scored"]
        : ["filed", "admissible"];
      for (const status of walked) {
        expect(next(status, selection)?.action, `${code} ${status}`).not.toBeNull();
      }
    }
  });

  test("while another theme is asked, is its answer: nothing else may be done", () => {
    for (const status of ["filed", "admissible", "scored"] as const) {
      expect(next(status, THEMES.SNAP1.selection, false, NOW, "ITN2")).toMatchObject({
        what: "répondre à la proposition de réorientation",
        who: "le porteur du thème ITN2",
        action: { href: routes.redirection(number) },
      });
    }
  });

  test("of a dossier redirected is its carrier's", () => {
    expect(next("redirected", THEMES.ITN2.selection)).toMatchObject({
      who: "le porteur",
      action: null,
    });
  });

  test("of a decision: to confirm, then to notify, then nothing", () => {
    const path = THEMES.ITN3.selection;
    expect(next("scored", path, true)?.action?.permission).toBe("confirm-decision");
    const steering = THEMES.ITN8A.selection;
    expect(next("admissible", steering, true)?.action?.permission).toBe("arbitrate");
    const waiting = nextAct({
      number,
      status: "admissible",
      path: steering,
      viewsMissing: ["DITP"],
      askedTheme: null,
      owner: "",
      decision: null,
      sessionId: null,
      dueAt: null,
      now: NOW,
    });
    expect(waiting).toMatchObject({
      who: "la DITP",
      action: { href: routes.opinions(number), permission: "give-instruction-view" },
    });
    const decided = (notified: boolean) =>
      nextAct({
        number,
        status: "accepted",
        path,
        viewsMissing: [],
        askedTheme: null,
        owner: "",
        decision: { status: "confirmed", notified },
        sessionId: null,
        dueAt: null,
        now: NOW,
      });
    expect(decided(false)?.action?.href).toBe(routes.letter(number));
    expect(decided(true)?.action?.href).toBe(routes.followedProject(number));
  });
});
