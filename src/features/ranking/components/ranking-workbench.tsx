"use client";

import { type FormEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import {
  planned,
  type RankedRow,
  type RowChange,
  rankOf,
  type Wanted,
} from "@/domain/evaluation/ranked-list";
import { formErrors, formMessage, typedValue } from "@/domain/form-state";
import { parseEuros } from "@/domain/money";
import { ErrorSummary } from "@/ui/error-summary";
import { useFormAction } from "@/ui/use-form-action";
import { move } from "../actions";
import type { RankingPage } from "../queries/ranking";
import { linesOf, restOf } from "../ranking-lines";
import { movedSentence } from "../words";
import { RankingEffect } from "./ranking-effect";
import { RankingLead } from "./ranking-lead";
import { RankingTable } from "./ranking-table";
import { RankingToolbar } from "./ranking-toolbar";
import { useMoves } from "./use-moves";

/** Moves heard together: the pause after the last one before they are told. */
const PAUSE_MS = 500;

/**
 * The ranking and what is done to it: one form, rows chosen by native radios, moves shown at once and sent behind. The
 * same form posts without script.
 */
export function RankingWorkbench({
  page,
  at,
  told,
}: {
  page: RankingPage;
  /** The dossier to come back to. */
  at: string;
  /** What the status says when the page comes back from a post. */
  told: string;
}) {
  const { key, levels, last } = page;
  const [posted, post] = useFormAction(move);
  const { rows, refused, send } = useMoves({ revision: key.revision, rows: page.rows });
  const state = refused.status === "idle" ? posted : refused;
  const facts = new Map(page.lines.map((line) => [line.number, line]));
  const line = linesOf(rows, facts, levels);
  const [wished, choose] = useState(typedValue(posted, "dossier") || at);
  const chosen = facts.has(wished) ? wished : (rows[0]?.dossier ?? "");
  const form = useRef<HTMLFormElement>(null);
  const [status, tell] = useStatus(told, line);

  // React moves the rows that a move crosses; a row taken out of the page and put back loses the focus.
  const focused = useRef<string | null>(null);
  useLayoutEffect(() => {
    const id = focused.current;
    focused.current = null;
    if (id && document.activeElement === document.body) document.getElementById(id)?.focus();
  });

  const sendMove: typeof send = (data, change, answered) => {
    // The dossier moved stays the one chosen, even where it was only the first of the list.
    choose(String(data.get("dossier") ?? ""));
    focused.current = document.activeElement?.id ?? null;
    send(data, change, answered);
  };
  const place = (wanted: Wanted, data: FormData) => {
    const change = planned(rows, wanted);
    if (!change) return;
    tell.after(wanted.dossier);
    sendMove(data, change);
  };
  const formData = (submitter?: HTMLElement | null) =>
    new FormData(form.current ?? undefined, submitter ?? null);

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const data = formData(submitter);
    const change = changeOf(data, rows, facts);
    if (change) tell.after(chosen);
    sendMove(data, change, ({ told, isKept }) => {
      if (!isKept) return tell.now(told);
      if (data.get("act") === "apply") clear(form.current, data);
      if (data.get("act") === "undo") tell.after(chosen);
    });
  };

  const onKeyDown = (event: KeyboardEvent<HTMLFieldSetElement>) => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    if (!(event.target instanceof HTMLInputElement) || event.target.type !== "radio") return;
    event.preventDefault();
    const act = event.key === "ArrowUp" ? "up" : "down";
    const rank = rankOf(rows, chosen);
    const to = act === "up" ? rank - 1 : rank + 1;
    if (to < 1) return tell.now("Déjà au rang 1.");
    if (to > rows.length) return tell.now(`Déjà au dernier rang, le ${rows.length}.`);
    const data = formData();
    data.set("act", act);
    place({ dossier: chosen, rank: to }, data);
  };

  const drop = (dossier: string, rank: number) => {
    choose(dossier);
    const data = formData();
    data.set("dossier", dossier);
    data.set("act", "apply");
    data.set("rank", String(rank));
    data.set("amount", "");
    data.set("place", "");
    place({ dossier, rank }, data);
  };

  return (
    <>
      <RankingLead line={line} levels={levels} />
      <form ref={form} action={post} onSubmit={onSubmit} noValidate>
        <ErrorSummary
          errors={formErrors(state)}
          {...(formMessage(state) && { message: formMessage(state) })}
          before="changer le classement"
        />
        {Object.entries(key).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <fieldset className="guichet-ranking" onKeyDown={onKeyDown}>
          <legend className="fr-sr-only">Dossiers classés</legend>
          <p className="fr-hint-text">
            Choisissez un dossier, puis agissez dans la barre sous le tableau.
            <span className="guichet-with-script">
              {" "}
              Alt + flèche haut ou bas le déplace d’un rang.
            </span>
          </p>
          <RankingTable line={line} choosing={{ chosen, choose, drop }} />
        </fieldset>
        <RankingToolbar
          state={state}
          chosen={chosen ? { dossier: chosen, rank: rankOf(rows, chosen) } : null}
          count={rows.length}
          last={last && `${last.author}\u00A0: ${last.words}.`}
          say={tell.now}
          status={status}
        />
      </form>
      <RankingEffect line={line} />
    </>
  );
}

/** What a posted form changes, as far as the page can tell; null leaves it to the portal, which says why. */
function changeOf(
  data: FormData,
  rows: readonly RankedRow[],
  facts: ReadonlyMap<string, RankingPage["lines"][number]>,
): RowChange | null {
  const typed = (name: string) => String(data.get(name) ?? "").trim();
  const dossier = typed("dossier");
  const line = facts.get(dossier);
  if (!line) return null;
  const rank = rankOf(rows, dossier);
  switch (typed("act")) {
    case "up":
      return planned(rows, { dossier, rank: rank - 1 });
    case "down":
      return planned(rows, { dossier, rank: rank + 1 });
    case "reserve":
      return line.proposal ? null : planned(rows, { dossier, place: "reserve" });
    case "apply": {
      const amount = parseEuros(typed("amount"));
      const to = Number(typed("rank"));
      const isRefused =
        (typed("rank") !== "" && !(to >= 1 && to <= rows.length)) ||
        (typed("amount") !== "" && (!amount || amount > line.computed)) ||
        (line.proposal !== null && typed("amount") + typed("place") !== "");
      if (isRefused) return null;
      const place = typed("place");
      return planned(rows, {
        dossier,
        ...(typed("rank") !== "" && { rank: to }),
        ...(amount && { amount: amount === line.computed ? null : amount }),
        ...((place === "ranked" || place === "reserve" || place === "not-retained") && { place }),
      });
    }
    default:
      return null;
  }
}

/** What was sent is done: its fields are ready for another dossier. What was typed since stays, and so does the focus. */
function clear(form: HTMLFormElement | null, sent: FormData): void {
  for (const name of ["rank", "amount", "place"]) {
    const field = form?.elements.namedItem(name);
    if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) continue;
    if (field.value === sent.get(name)) field.value = "";
  }
}

type Line = ReturnType<typeof linesOf>;

/** The one status: said at once, or once the moves made in a row are over. */
function useStatus(first: string, line: Line) {
  const [status, setStatus] = useState(first);
  const now = useRef(line);
  useLayoutEffect(() => {
    now.current = line;
  });
  const burst = useRef<{ before: Line; timer: ReturnType<typeof setTimeout> } | null>(null);
  const tell = {
    // What waited to be said is of before: it must not speak over this.
    now: (sentence: string) => {
      clearTimeout(burst.current?.timer);
      burst.current = null;
      setStatus(sentence);
    },
    after: (moved: string) => {
      const before = burst.current?.before ?? line;
      clearTimeout(burst.current?.timer);
      const timer = setTimeout(() => {
        burst.current = null;
        const { positions, tightest } = now.current;
        setStatus(
          movedSentence({
            before: before.positions,
            after: positions,
            moved,
            left: restOf(tightest),
          }),
        );
      }, PAUSE_MS);
      burst.current = { before, timer };
    },
  };
  return [status, tell] as const;
}
