import "server-only";
import { routes } from "@/routes";
import type { NoticeKind } from "../../notifications";
import { about, type Template } from "../content";

/** What members of a jury are told, and what is told of them. */
export const JURY_TEMPLATES = {
  "juror-assigned": about(({ number, themeCode }) => ({
    subject: `Un dossier à noter\u00A0: ${number}`,
    paragraphs: [
      `Le dossier ${number} (thème ${themeCode}) vous est confié.`,
      "Si vous connaissez un lien d’intérêts avec son porteur, signalez-le avant de l’ouvrir.",
    ],
    link: { label: "Ouvrir la fiche de notation", path: routes.sheet(number) },
  })),

  // No longer about a dossier the juror sees: it holds its number alone.
  "juror-released": ({ payload }) => ({
    subject: `Dossier ${String(payload.number)}\u00A0: vous n’avez plus à le noter`,
    paragraphs: [
      `Le dossier ${String(payload.number)} ne vous est plus confié. Raison\u00A0: ${String(payload.reason)}`,
      "Ce que vous aviez commencé ne compte pas. Vous n’avez rien à faire.",
    ],
    link: { label: "Voir les dossiers à noter", path: routes.jury() },
  }),

  "juror-stepped-aside": about(({ number }, { payload }) => ({
    subject: `Dossier ${number}\u00A0: un juré de moins`,
    paragraphs: [
      payload.how === "abstention"
        ? `${String(payload.name)} s’abstient sur le dossier ${number}.`
        : `${String(payload.name)} est déporté du dossier ${number} par le portail.`,
      "Sa fiche, même commencée, ne compte pas. Vous pouvez confier le dossier à un autre membre du jury.",
    ],
    link: { label: "Voir les jurés du dossier", path: routes.jurors(number) },
  })),

  "jury-invited": ({ payload }) => ({
    subject: `Invitation dans le jury du thème ${String(payload.theme)}`,
    paragraphs: [
      `${String(payload.invitedBy)} vous invite dans le jury du thème ${String(payload.theme)}.`,
      "Acceptez ou déclinez sur le portail. Si vous acceptez, déclarez vos intérêts\u00A0: aucun dossier ne vous est confié avant.",
    ],
    link: { label: "Répondre à l’invitation", path: routes.jury() },
  }),

  "jury-answered": ({ payload }) => ({
    subject: `Jury du thème ${String(payload.theme)}\u00A0: une réponse`,
    paragraphs: [
      payload.answer === "accepted"
        ? `${String(payload.name)} accepte de siéger au jury du thème ${String(payload.theme)}.`
        : `${String(payload.name)} décline l’invitation au jury du thème ${String(payload.theme)}.`,
    ],
    link: {
      label: "Voir le jury",
      path: routes.themeJury(String(payload.theme).toLowerCase()),
    },
  }),

  "jury-ended": ({ payload }) => ({
    subject: `Fin de votre mandat au jury du thème ${String(payload.theme)}`,
    paragraphs: [
      `Votre mandat au jury du thème ${String(payload.theme)} prend fin.`,
      `Raison donnée\u00A0: ${String(payload.reason)}`,
      "Les dossiers qui vous sont déjà confiés restent à noter.",
    ],
    link: { label: "Voir mes dossiers à noter", path: routes.jury() },
  }),
} satisfies Partial<Record<NoticeKind, Template>>;
