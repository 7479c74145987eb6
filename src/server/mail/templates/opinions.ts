import "server-only";
import { type OpinionReaders, READERS_WORDS } from "@/domain/dossier/opinion";
import { routes } from "@/routes";
import type { NoticeKind } from "../../notifications";
import { opinionToken } from "../../opinion-token";
import { about, dayIn, type MailContext, type Template } from "../content";

/** Where an expert goes on: the link while nobody has accepted, then the opinion itself. */
function wayOn({ payload }: MailContext): { label: string; path: string } {
  const id = String(payload.opinionId);
  return payload.accepted
    ? { label: "Reprendre mon avis", path: routes.opinion(id) }
    : { label: "Lire la demande d’avis", path: routes.opinionLink(opinionToken(id)) };
}

/** The opinions of experts: what they are asked, and what those who asked are told. */
export const OPINION_TEMPLATES = {
  // Who receives it may have no account: nothing of the dossier is said but its name.
  "opinion-requested": about(({ number, title, themeCode }, context) => ({
    subject: `Votre avis est demandé sur le dossier ${number}`,
    paragraphs: [
      `${String(context.payload.requestedBy)} vous demande un avis d’expert sur le dossier ${number} («\u00A0${title}\u00A0», thème ${themeCode}), pour le ${dayIn(context.payload, "dueOn")}.`,
      `Votre avis sera lu par ${READERS_WORDS[context.payload.readers as OpinionReaders]}. Le porteur ne saura pas qui l’a donné.`,
      "Le lien est personnel. Vous vous connecterez avec votre compte professionnel, puis vous accepterez ou déclinerez.",
    ],
    link: wayOn(context),
  })),

  "opinion-reminder": about(({ number, title }, context) => ({
    subject: `Avis attendu sur le dossier ${number}`,
    paragraphs: [
      `Votre avis sur le dossier ${number} («\u00A0${title}\u00A0») est attendu pour le ${dayIn(context.payload, "dueOn")}.`,
    ],
    link: wayOn(context),
  })),

  "opinion-late": about(({ number, title }, context) => ({
    subject: `Avis en retard sur le dossier ${number}`,
    paragraphs: [
      `Votre avis sur le dossier ${number} («\u00A0${title}\u00A0») était attendu pour le ${dayIn(context.payload, "dueOn")}. Vous pouvez encore le remettre, ou décliner.`,
    ],
    link: wayOn(context),
  })),

  "opinion-revoked": about(({ number }) => ({
    subject: `Dossier ${number}\u00A0: votre avis n’est plus attendu`,
    paragraphs: [
      `La demande d’avis sur le dossier ${number} est retirée. Vous n’avez plus rien à faire, et le dossier ne vous est plus ouvert.`,
    ],
    link: { label: "Voir mes avis", path: routes.myOpinions() },
  })),

  "opinion-given": about(({ number }, { payload }) => ({
    subject: `Dossier ${number}\u00A0: un avis d’expert est remis`,
    paragraphs: [`${String(payload.name)} a remis un avis sur le dossier ${number}.`],
    link: { label: "Lire l’avis", path: routes.opinions(number) },
  })),

  "opinion-declined": about(({ number }, { payload }) => ({
    subject: `Dossier ${number}\u00A0: un avis d’expert ne viendra pas`,
    paragraphs: [
      `L’avis demandé à ${String(payload.name)} sur le dossier ${number} est décliné ou écarté. La raison est sur le portail. Vous pouvez solliciter quelqu’un d’autre.`,
    ],
    link: { label: "Voir les avis du dossier", path: routes.opinions(number) },
  })),

  "opinion-overdue": about(({ number }, { payload }) => ({
    subject: `Dossier ${number}\u00A0: un avis d’expert est en retard`,
    paragraphs: [
      `Un avis demandé sur le dossier ${number} était attendu pour le ${dayIn(payload, "dueOn")}.`,
    ],
    link: { label: "Voir les avis du dossier", path: routes.opinions(number) },
  })),
} satisfies Partial<Record<NoticeKind, Template>>;
