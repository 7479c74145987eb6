import { formatDate } from "@/domain/calendar";
import { decidableFrom } from "@/domain/dossier/transitions";
import type { Actor } from "@/domain/rights/actor";
import { type Permission, themesWith } from "@/domain/rights/permissions";
import { THEMES } from "@/domain/themes/index";
import type { ThemeCode } from "@/domain/themes/types";
import { routes } from "@/routes";

/** What may wait for somebody of the instruction. */
export const KINDS = [
  "admissibility",
  "complements",
  "complements-late",
  "message",
  "redirection",
  "jurors",
  "sheets",
  "propose",
  "confirm",
  "submit",
  "arbitrate",
  "notify",
  "appeal",
  "crossing",
  "change",
  "closing",
  "duty-late",
] as const;
export type Kind = (typeof KINDS)[number];

/** Where a thing is done: by the dossier's number, or by the row it is about. */
interface Place {
  number: string;
  row: string;
}

interface Words {
  /** The act, as its link says it. */
  act: string;
  href: (place: Place) => string;
  /** What happened, and when, for a thing no date presses. */
  since: (date: string) => string;
}

/** Each thing that waits: what to do, on which page, since what. */
export const WORDS: Readonly<Record<Kind, Words>> = {
  admissibility: {
    act: "Vérifier la recevabilité",
    href: ({ number }) => routes.admissibility(number),
    since: (date) => `Déposé le ${date}`,
  },
  complements: {
    act: "Lire les compléments reçus",
    href: ({ number }) => routes.complementRequests(number),
    since: (date) => `Reçus le ${date}`,
  },
  "complements-late": {
    act: "Attendre encore les compléments, ou reprendre",
    href: ({ number }) => routes.complementClosing(number),
    since: (date) => `Demandés le ${date}`,
  },
  message: {
    act: "Répondre au porteur",
    href: ({ number }) => routes.carrierMessages(number),
    since: (date) => `Message du ${date}`,
  },
  redirection: {
    act: "Accepter ou décliner le dossier réorienté",
    href: ({ number }) => routes.redirection(number),
    since: (date) => `Proposé le ${date}`,
  },
  jurors: {
    act: "Confier le dossier à des jurés",
    href: ({ number }) => routes.jurors(number),
    since: (date) => `Déposé le ${date}`,
  },
  sheets: {
    act: "Faire remettre les fiches qui manquent",
    href: ({ row }) => routes.session(row),
    since: (date) => `Séance du ${date}`,
  },
  propose: {
    act: "Proposer une décision",
    href: ({ number }) => routes.proposal(number),
    since: (date) => `Déposé le ${date}`,
  },
  confirm: {
    act: "Confirmer la décision proposée",
    href: ({ number }) => routes.proposal(number),
    since: (date) => `Proposée le ${date}`,
  },
  submit: {
    act: "Soumettre la décision à l’arbitrage",
    href: () => routes.arbitrations(),
    since: (date) => `Proposée le ${date}`,
  },
  arbitrate: {
    act: "Arbitrer la décision proposée",
    href: ({ number, row }) => routes.arbitrationLine(row, number),
    since: (date) => `Soumise le ${date}`,
  },
  notify: {
    act: "Relire la lettre et notifier",
    href: ({ number }) => routes.letter(number),
    since: (date) => `Confirmée le ${date}`,
  },
  appeal: {
    act: "Examiner le recours",
    href: ({ number }) => routes.examinedAppeal(number),
    since: (date) => `Formé le ${date}`,
  },
  crossing: {
    act: "Répondre au jalon proposé",
    href: ({ number, row }) => routes.examinedPhase(number, row),
    since: (date) => `Proposé le ${date}`,
  },
  change: {
    act: "Répondre à la demande de modification",
    href: ({ number, row }) => routes.examinedChange(number, row),
    since: (date) => `Demandée le ${date}`,
  },
  closing: {
    act: "Examiner la clôture demandée",
    href: ({ number }) => routes.examinedClosing(number),
    since: (date) => `Demandée le ${date}`,
  },
  "duty-late": {
    act: "Relancer l’équipe, en retard sur le suivi",
    href: ({ number }) => routes.carrierMessages(number),
    since: (date) => `Attendu depuis le ${date}`,
  },
};

/** « Déposé le 10 janvier 2021 ». */
export const sinceWords = (kind: Kind, at: Date): string => WORDS[kind].since(formatDate(at));

/** A status of a theme's dossiers in which one of the actor's acts comes next, by the theme's own path. */
export interface Piece {
  kind: Kind;
  theme: ThemeCode;
  status: string;
}

/** The pieces in which a dossier waits for whoever instructs it, among the acts the actor's roles allow. */
export function piecesFor(actor: Actor): Piece[] {
  const allowed = (permission: Permission) => new Set(themesWith(actor, permission));
  const assess = allowed("assess-admissibility");
  const entrust = allowed("assign-jurors");
  const propose = allowed("propose-decision");
  return Object.values(THEMES).flatMap(({ code: theme, selection }): Piece[] => [
    ...(assess.has(theme) ? [{ kind: "admissibility" as const, theme, status: "filed" }] : []),
    ...(entrust.has(theme) && selection.scored
      ? [{ kind: "jurors" as const, theme, status: "admissible" }]
      : []),
    ...(propose.has(theme)
      ? decidableFrom(selection)
          // What the money does not reach waits for freed credits, not for somebody.
          .filter((status) => status !== "reserve")
          .map((status) => ({ kind: "propose" as const, theme, status }))
      : []),
  ]);
}

/** Themes whose decisions the minister arbitrates: they are not confirmed by a second person (Livret l.452). */
export const isArbitrated = (theme: ThemeCode): boolean =>
  THEMES[theme].selection.arbitration === true;
