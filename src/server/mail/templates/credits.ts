import "server-only";
import { DORMANT_MONTHS } from "@/domain/credits/dormancy";
import { MOVEMENT_WORDS, type MovementKind } from "@/domain/credits/movements";
import type { JsonObject } from "@/domain/evidence/canonical";
import { cents, formatEuros } from "@/domain/money";
import { routes } from "@/routes";
import type { NoticeKind } from "../../notifications";
import { about, dayIn, type Template, textIn } from "../content";

/** `125 000,50 €` of an amount that the fact carries. */
function eurosIn(payload: JsonObject, name: string): string {
  const value = payload[name];
  if (typeof value !== "number") throw new Error(`This mail needs the amount « ${name} »`);
  return formatEuros(cents(value));
}

/** « 125 000,50 € d’autorisations d’engagement (AE) et 100 000,00 € de crédits de paiement (CP) ». */
function amountsIn(payload: JsonObject): string {
  const words = [
    payload.ae === 0 ? "" : `${eurosIn(payload, "ae")} d’autorisations d’engagement (AE)`,
    payload.cp === 0 ? "" : `${eurosIn(payload, "cp")} de crédits de paiement (CP)`,
  ];
  return words.filter(Boolean).join(" et ");
}

const wordsIn = (payload: JsonObject) => MOVEMENT_WORDS[textIn(payload, "kind") as MovementKind];

const DELAY = `Ils n’ont pas bougé depuis ${DORMANT_MONTHS}\u00A0mois\u00A0: le portail propose de les restituer.`;

/** What the chain of credits tells. */
export const CREDIT_TEMPLATES = {
  "credits-proposed": ({ dossier, payload }) => ({
    subject: `Crédits de l’unité ${textIn(payload, "unit")}\u00A0: un mouvement à confirmer`,
    paragraphs: [
      `${textIn(payload, "by")} propose ${wordsIn(payload).named} de ${amountsIn(payload)}, unité ${textIn(payload, "unit")}${dossier ? `, dossier ${dossier.number}` : ""}.`,
      "Une autre personne doit confirmer ou refuser ce mouvement.",
    ],
    link: {
      label: "Lire et répondre",
      path: routes.creditProposal(textIn(payload, "proposalId")),
    },
  }),

  "credits-answered": ({ dossier, payload }) => ({
    subject: `Crédits de l’unité ${textIn(payload, "unit")}\u00A0: réponse à votre proposition`,
    paragraphs: [
      `${textIn(payload, "by")} ${payload.status === "confirmed" ? "confirme" : "refuse"} ${wordsIn(payload).named} de ${amountsIn(payload)}, unité ${textIn(payload, "unit")}${dossier ? `, dossier ${dossier.number}` : ""}.`,
    ],
    link: {
      label: "Lire la réponse",
      path: routes.creditProposal(textIn(payload, "proposalId")),
    },
  }),

  "credits-dormant": about(({ number, title }, { payload }) => ({
    subject: `Dossier ${number}\u00A0: des crédits dorment`,
    paragraphs: [
      `Le dossier ${number} («\u00A0${title}\u00A0») garde ${eurosIn(payload, "amount")} d’autorisations d’engagement (AE) sans engagement depuis le ${dayIn(payload, "since")}.`,
      DELAY,
      "Vous décidez\u00A0: engagez-les, ou proposez leur restitution.",
    ],
    link: { label: "Voir ses crédits", path: routes.creditDossier(number) },
  })),

  "credits-asleep": about(({ number, title }, { payload }) => ({
    subject: `Dossier ${number}\u00A0: des crédits dorment`,
    paragraphs: [
      `Le dossier ${number} («\u00A0${title}\u00A0») garde ${eurosIn(payload, "amount")} d’autorisations d’engagement (AE) sans engagement depuis le ${dayIn(payload, "since")}.`,
      DELAY,
      "La direction du numérique de son ministère est prévenue et décide.",
    ],
    link: { label: "Ouvrir le dossier", path: routes.instructionDossier(number) },
  })),

  "credits-returned": about(({ number, title, themeCode }, { payload }) => ({
    subject: `Dossier ${number}\u00A0: crédits restitués`,
    paragraphs: [
      `Le dossier ${number} («\u00A0${title}\u00A0») restitue ${eurosIn(payload, "amount")}\u00A0: l’enveloppe du thème ${themeCode} les retrouve.`,
      "Si le premier dossier de la réserve y tient désormais, le portail vous le dit à part.",
    ],
    link: { label: "Ouvrir le dossier", path: routes.instructionDossier(number) },
  })),
} satisfies Partial<Record<NoticeKind, Template>>;
