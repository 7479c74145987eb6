import "server-only";
import { formatInstant } from "@/domain/calendar";
import { routes } from "@/routes";
import type { NoticeKind } from "../notifications";

/** What a mail may speak of: read when it leaves, never more than its recipient may see. */
export interface MailContext {
  /** `Prénom Nom` of the recipient. */
  recipient: string;
  /** Name of the recipient's organisation; null while it is unknown. */
  organisation: string | null;
  dossier: MailDossier | null;
}

export interface MailDossier {
  number: string;
  title: string;
  themeCode: string;
  filedAt: Date | null;
  setAsideMotive: string | null;
}

/** A mail before it is laid out. Plain sentences; the portal, not the mail, is the proof. */
export interface MailContent {
  subject: string;
  paragraphs: readonly string[];
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
};
