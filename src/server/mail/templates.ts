import "server-only";
import { type Day, formatDay, formatInstant } from "@/domain/calendar";
import { formatClosing } from "@/domain/dossier/deadlines";
import { type Access, accessSentence } from "@/domain/dossier/team";
import type { JsonObject } from "@/domain/evidence/canonical";
import { routes } from "@/routes";
import type { Prisma } from "../database/generated/client";
import { invitationToken } from "../invitation-token";
import type { NoticeKind } from "../notifications";

/** What a mail and a line of the notification centre may speak of: never more than its recipient may see. */
export interface MailContext {
  /** `Prénom Nom` of the recipient. */
  recipient: string;
  /** Name of the recipient's organisation; null while it is unknown. */
  organisation: string | null;
  dossier: MailDossier | null;
  /** What the fact itself carries. */
  payload: JsonObject;
}

/** What the words read of a dossier, when they are told. */
export const MAIL_DOSSIER = {
  number: true,
  title: true,
  themeCode: true,
  filedAt: true,
  setAsideMotive: true,
  call: { select: { label: true, closesAt: true } },
} satisfies Prisma.DossierSelect;

export type MailDossier = Prisma.DossierGetPayload<{ select: typeof MAIL_DOSSIER }>;

/** A mail before it is laid out. Plain sentences; the portal, not the mail, is the proof. */
export interface MailContent {
  subject: string;
  /** The first one tells the fact by itself: it is the sentence of the notification centre. */
  paragraphs: readonly [string, ...string[]];
  /** Where to go on: a path of the portal. */
  link: { label: string; path: string };
}

type Template = (context: MailContext) => MailContent;

/** The mail speaks of a dossier: an outbox row without one is a fault of the command that wrote it. */
function about(write: (dossier: MailDossier, context: MailContext) => MailContent): Template {
  return (context) => {
    if (!context.dossier) throw new Error("This mail needs a dossier");
    return write(context.dossier, context);
  };
}

/** A day that the fact carries. */
function dayIn(payload: JsonObject, name: string): string {
  const day = payload[name];
  if (typeof day !== "string") throw new Error(`This mail needs the day « ${name} »`);
  return formatDay(day as Day);
}

/** `dimanche 31 janvier 2021 à 23 h 59 (heure de Paris)`: a mail is read later, it never says « dans 7 jours ». */
function closingOf({ call }: MailDossier): string {
  if (!call.closesAt) throw new Error("This mail needs a closing");
  return formatClosing(call.closesAt);
}

const reminder = (name: string) =>
  about((dossier) => ({
    subject: `${name}\u00A0: dossier ${dossier.number} à déposer avant le ${closingOf(dossier)}`,
    paragraphs: [
      `${name}\u00A0: le dépôt de votre brouillon ${dossier.number} («\u00A0${dossier.title}\u00A0») ferme le ${closingOf(dossier)}.`,
      `Ouverture\u00A0: ${dossier.call.label}. Après cet instant, le dossier ne peut plus être déposé\u00A0; vos réponses restent conservées.`,
      "La page «\u00A0Ce qui manque\u00A0» dit ce qu’il reste à faire, avec un lien vers chaque réponse.",
    ],
    link: { label: "Voir ce qui manque", path: routes.missing(dossier.number) },
  }));

/** The words of each kind of mail. */
export const MAIL_TEMPLATES: Record<NoticeKind, Template> = {
  "dossier-filed": about(({ number, title, themeCode, filedAt }) => ({
    subject: `Dossier ${number} déposé`,
    paragraphs: [
      `Votre dossier ${number} («\u00A0${title}\u00A0», thème ${themeCode}) est déposé.`,
      ...(filedAt ? [`Il a été reçu le ${formatInstant(filedAt)}.`] : []),
      "Le récépissé, avec son empreinte et les prochaines dates, est sur le portail. Lui seul fait preuve du dépôt.",
    ],
    link: { label: "Voir le récépissé", path: routes.receipt(number) },
  })),

  "dossier-set-aside": about(({ number, title, themeCode, setAsideMotive }) => ({
    subject: `Dossier ${number} écarté`,
    paragraphs: [
      `Votre dossier ${number} («\u00A0${title}\u00A0», thème ${themeCode}) est écarté avant examen par le jury.`,
      ...(setAsideMotive ? [`Raison donnée\u00A0: ${setAsideMotive}`] : []),
      "Vos réponses sont conservées sur le portail.",
    ],
    link: { label: "Voir le dossier", path: routes.dossier(number) },
  })),

  // The outcome itself stays on the portal: a mail is read over shoulders and forwarded.
  "decision-notified": about(({ number, title }) => ({
    subject: `Décision sur le dossier ${number}`,
    paragraphs: [
      `Une décision est prise sur votre dossier ${number} («\u00A0${title}\u00A0»).`,
      "Vous la lisez sur le portail, avec ses raisons, la lettre à télécharger et les voies de recours.",
    ],
    link: { label: "Lire la décision", path: routes.decision(number) },
  })),

  "reminder-7": reminder("Rappel"),
  "reminder-1": reminder("Dernier rappel"),

  "draft-unused": about(({ number, title }, { payload }) => ({
    subject: `Brouillon ${number}\u00A0: personne n’y écrit depuis un an`,
    paragraphs: [
      `Personne n’a écrit dans votre brouillon ${number} («\u00A0${title}\u00A0») depuis le ${dayIn(payload, "since")}.`,
      `S’il reste sans saisie, un dernier avis part le ${dayIn(payload, "next")}, et le brouillon expire un mois après cet avis.`,
      "Pour le garder, ouvrez-le et complétez une réponse. Rien de ce qui est écrit n’est effacé.",
    ],
    link: { label: "Ouvrir le brouillon", path: routes.dossier(number) },
  })),

  "draft-expiring": about(({ number, title }, { payload }) => ({
    subject: `Brouillon ${number}\u00A0: dernier avis avant son expiration`,
    paragraphs: [
      `Votre brouillon ${number} («\u00A0${title}\u00A0») expire le ${dayIn(payload, "next")} si personne n’y écrit d’ici là.`,
      `Sa dernière saisie date du ${dayIn(payload, "since")}. C’est le second et dernier avis.`,
      "Pour le garder, ouvrez-le et complétez une réponse. Rien de ce qui est écrit n’est effacé.",
    ],
    link: { label: "Ouvrir le brouillon", path: routes.dossier(number) },
  })),

  "draft-expired": about(({ number, title }, { payload }) => ({
    subject: `Brouillon ${number} expiré`,
    paragraphs: [
      `Votre brouillon ${number} («\u00A0${title}\u00A0») a expiré\u00A0: personne n’y a écrit depuis le ${dayIn(payload, "since")}.`,
      "Toutes ses réponses sont conservées\u00A0: vous pouvez les relire, et les reprendre dans un nouveau dossier.",
    ],
    link: { label: "Relire le dossier", path: routes.dossier(number) },
  })),

  "file-infected": about(({ number, title, filedAt }) => ({
    subject: `Un fichier infecté dans le dossier ${number}`,
    paragraphs: [
      `L’antivirus a trouvé un fichier infecté dans votre dossier ${number} («\u00A0${title}\u00A0»)\u00A0: personne ne peut l’ouvrir depuis le portail.`,
      filedAt
        ? "Le reste du dossier déposé n’est pas touché. Prévenez le support informatique de la personne qui a joint ce fichier."
        : "Retirez-le du dossier, joignez-en une version saine, et prévenez votre support informatique.",
    ],
    link: filedAt
      ? { label: "Voir le dossier", path: routes.dossier(number) }
      : { label: "Voir les pièces jointes", path: routes.step(number, "pieces-jointes") },
  })),

  "juror-assigned": about(({ number, themeCode }) => ({
    subject: `Un dossier à noter\u00A0: ${number}`,
    paragraphs: [
      `Le dossier ${number} (thème ${themeCode}) vous est confié.`,
      "Si vous connaissez un lien d’intérêts avec son porteur, signalez-le avant de l’ouvrir.",
    ],
    link: { label: "Ouvrir la fiche de notation", path: routes.sheet(number) },
  })),

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
};
