import "server-only";
import { formatInstant } from "@/domain/calendar";
import { type Access, accessSentence } from "@/domain/dossier/team";
import { routes } from "@/routes";
import { invitationToken } from "../../invitation-token";
import type { NoticeKind } from "../../notifications";
import { about, dayIn, type Template } from "../content";

/** The team of a dossier, its DNUM, the organisations of the portal. */
export const TEAM_TEMPLATES = {
  "organisation-attached": ({ organisation }) => ({
    subject: "Votre organisation est reconnue",
    paragraphs: [
      organisation
        ? `Votre compte est rattaché à l’organisation «\u00A0${organisation}\u00A0».`
        : "Votre compte est rattaché à une organisation.",
      "Vous pouvez maintenant commencer un dossier.",
    ],
    link: { label: "Ouvrir mon espace", path: routes.landing() },
  }),

  "role-delegated": ({ payload }) => ({
    subject: `Délégation de la DNUM\u00A0: ${String(payload.ministry)}`,
    paragraphs: [
      `${String(payload.by)} vous délègue son rôle dans la DNUM\u00A0: ${String(payload.ministry)}.`,
      `Du ${formatInstant(new Date(String(payload.startsAt)))} au ${formatInstant(new Date(String(payload.endsAt)))}. Raison donnée\u00A0: ${String(payload.reason)}`,
      "Pendant ce temps, vous voyez les dossiers de ce ministère et vous pouvez leur répondre. Vous pouvez rendre cette délégation à tout moment.",
    ],
    link: { label: "Ouvrir mon espace", path: routes.landing() },
  }),

  "delegation-ended": ({ payload }) => ({
    subject: `Fin d’une délégation de la DNUM\u00A0: ${String(payload.ministry)}`,
    paragraphs: [
      `La délégation de ${String(payload.colleague)} dans la DNUM (${String(payload.ministry)}) a pris fin. Elle a été arrêtée par ${String(payload.by)}.`,
    ],
    link: { label: "Ouvrir mon espace", path: routes.landing() },
  }),

  // Who receives it may have no account: nothing of the dossier is said but its name.
  invitation: about(({ number, title, themeCode }, { payload }) => {
    const expiresAt = new Date(String(payload.expiresAt));
    const id = String(payload.invitationId);
    return {
      subject: `Invitation à travailler sur le dossier ${number}`,
      paragraphs: [
        `${String(payload.invitedBy)} vous invite dans l’équipe du dossier ${number} («\u00A0${title}\u00A0», thème ${themeCode}).`,
        `Votre accès\u00A0: ${accessSentence(payload.access as Access)}`,
        `Le lien sert une fois, jusqu’au ${formatInstant(expiresAt)}. Vous vous connecterez avec votre compte professionnel\u00A0: il peut avoir une autre adresse que celle-ci.`,
      ],
      link: {
        label: "Voir l’invitation",
        path: routes.invitation(invitationToken({ id, expiresAt })),
      },
    };
  }),

  "invitation-accepted": about(({ number, title }, { payload }) => ({
    subject: `${String(payload.name)} a rejoint le dossier ${number}`,
    paragraphs: [
      `${String(payload.name)} a accepté votre invitation dans l’équipe du dossier ${number} («\u00A0${title}\u00A0»).`,
      `Son accès\u00A0: ${accessSentence(payload.access as Access)}`,
    ],
    link: { label: "Voir l’équipe", path: routes.team(number) },
  })),

  "member-removed": about(({ number, title }) => ({
    subject: `Vous n’avez plus accès au dossier ${number}`,
    paragraphs: [
      `Le responsable du dossier ${number} («\u00A0${title}\u00A0») vous a retiré de son équipe.`,
      "Ce que vous y avez écrit est conservé, avec votre nom dans l’historique.",
    ],
    link: { label: "Voir mes dossiers", path: routes.dossiers() },
  })),

  "lead-transferred": about(({ number, title }, { payload }) => ({
    subject: `Dossier ${number}\u00A0: un nouveau responsable`,
    paragraphs: [
      `${String(payload.name)} est maintenant responsable du dossier ${number} («\u00A0${title}\u00A0»).`,
    ],
    link: { label: "Voir l’équipe", path: routes.team(number) },
  })),

  "access-restored": about(({ number, title }, { payload }) => ({
    subject: `Dossier ${number}\u00A0: un administrateur a nommé un responsable`,
    paragraphs: [
      `Un administrateur du portail a nommé ${String(payload.name)} responsable du dossier ${number} («\u00A0${title}\u00A0»).`,
      `Raison donnée\u00A0: ${String(payload.reason)}`,
    ],
    link: { label: "Voir l’équipe", path: routes.team(number) },
  })),

  // The words stay on the portal: only the team reads them.
  "dossier-commented": about(({ number, title }, { payload }) => ({
    subject: `Un commentaire sur le dossier ${number}`,
    paragraphs: [
      `${String(payload.name)} a écrit un commentaire sur le dossier ${number} («\u00A0${title}\u00A0»).`,
    ],
    link: { label: "Lire le commentaire", path: routes.comments(number) },
  })),

  // A draft is shown to its DNUM on the portal alone: the mail says no more of it than its name.
  "visa-requested": about(({ number, title, themeCode }, { payload }) => ({
    subject: `Dossier ${number}\u00A0: la DNUM est informée`,
    paragraphs: [
      `Le porteur du dossier ${number} («\u00A0${title}\u00A0», thème ${themeCode}) le présente à votre direction du numérique.`,
      payload.tacitOn
        ? `Vous pouvez répondre jusqu’au ${dayIn(payload, "tacitOn")}. Sans réponse, le portail enregistre que vous êtes informés.`
        : "Le dossier est présenté avec vous\u00A0: il ne peut pas être déposé avant votre visa.",
    ],
    link: { label: "Lire et donner le visa", path: routes.visa(number) },
  })),

  "visa-lapsed": about(({ number, title }) => ({
    subject: `Dossier ${number}\u00A0: fin du délai de réponse`,
    paragraphs: [
      `Votre délai pour répondre sur le dossier ${number} («\u00A0${title}\u00A0») est passé. Le portail a enregistré que votre direction est informée.`,
    ],
    link: { label: "Voir le visa", path: routes.visa(number) },
  })),

  // The answer itself stays on the portal, with its reason.
  "visa-given": about(({ number, title }) => ({
    subject: `Dossier ${number}\u00A0: la DNUM a répondu`,
    paragraphs: [
      `La direction du numérique de votre ministère a répondu sur le dossier ${number} («\u00A0${title}\u00A0»).`,
    ],
    link: { label: "Lire sa réponse", path: routes.dnum(number) },
  })),

  "visa-tacit": about(({ number, title }) => ({
    subject: `Dossier ${number}\u00A0: la DNUM est réputée informée`,
    paragraphs: [
      `La direction du numérique de votre ministère n’a pas répondu dans son délai sur le dossier ${number} («\u00A0${title}\u00A0»). Le portail a enregistré qu’elle est informée.`,
      "Vous n’avez rien à faire.",
    ],
    link: { label: "Voir l’information de la DNUM", path: routes.dnum(number) },
  })),
} satisfies Partial<Record<NoticeKind, Template>>;
