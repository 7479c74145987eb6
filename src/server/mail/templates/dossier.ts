import "server-only";
import { formatInstant } from "@/domain/calendar";
import { FILING_ACTS, type FilingAct } from "@/domain/dossier/editing";
import { FILING_WORDS } from "@/domain/dossier/filing-words";
import type { JsonObject } from "@/domain/evidence/canonical";
import { routes } from "@/routes";
import type { NoticeKind } from "../../notifications";
import { about, closingOf, dayIn, type Template, textIn, weekdayIn } from "../content";

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

const complementReminder = (name: string) =>
  about(({ number, title }, { payload }) => ({
    subject: `${name}\u00A0: compléments du dossier ${number}`,
    paragraphs: [
      `${name}\u00A0: les compléments demandés sur votre dossier ${number} («\u00A0${title}\u00A0») sont attendus avant le ${weekdayIn(payload, "dueOn")} à 23\u00A0h\u00A059 (heure de Paris).`,
      "Ce que vous avez écrit n’est pas encore envoyé. «\u00A0Envoyer les compléments\u00A0» transmet toutes vos réponses.",
    ],
    link: { label: "Répondre à la demande", path: routes.complements(number) },
  }));

/** The act by which a dossier was filed again, as the fact carries it. */
function actIn(payload: JsonObject): FilingAct {
  const act = FILING_ACTS.find((each) => each === payload.act);
  if (!act) throw new Error("This mail needs the act");
  return act;
}

/** « 2 précisions sont demandées ». */
function pointsIn({ points }: JsonObject): string {
  return points === 1 ? "1 précision est demandée" : `${Number(points)} précisions sont demandées`;
}

/** A dossier’s own life: drafts, filing, files. */
export const DOSSIER_TEMPLATES = {
  "dossier-filed": about(({ number, title, themeCode, filedAt }) => ({
    subject: `Dossier ${number} déposé`,
    paragraphs: [
      `Votre dossier ${number} («\u00A0${title}\u00A0», thème ${themeCode}) est déposé.`,
      ...(filedAt ? [`Il a été reçu le ${formatInstant(filedAt)}.`] : []),
      "Le récépissé, avec son empreinte et les prochaines dates, est sur le portail. Lui seul fait preuve du dépôt.",
    ],
    link: { label: "Voir le récépissé", path: routes.receipt(number) },
  })),

  "dossier-refiled": about(({ number, title }, { payload }) => {
    const words = FILING_WORDS[actIn(payload)];
    return {
      subject: `${words.called}\u00A0: dossier ${number}`,
      paragraphs: [
        `${words.done(number)} («\u00A0${title}\u00A0»).`,
        "Le récépissé, avec son instant et son empreinte, est sur le portail. Lui seul fait preuve de l’envoi.",
      ],
      link: { label: "Voir le récépissé", path: routes.receipt(number) },
    };
  }),

  "complement-requested": about(({ number, title }, { payload }) => ({
    subject: `Dossier ${number}\u00A0: des compléments sont demandés`,
    paragraphs: [
      `${pointsIn(payload)} sur votre dossier ${number} («\u00A0${title}\u00A0»), à envoyer avant le ${weekdayIn(payload, "dueOn")} à 23\u00A0h\u00A059 (heure de Paris).`,
      "Vous pouvez changer les réponses que la demande nomme, et répondre à chaque point. «\u00A0Envoyer les compléments\u00A0» transmet tout ensemble\u00A0: rien ne part avant.",
    ],
    link: { label: "Lire la demande", path: routes.complements(number) },
  })),

  "complement-reminder-3": complementReminder("Rappel"),

  "complement-reminder-1": complementReminder("Dernier rappel"),

  "complement-closed": about(({ number, title }, { payload }) => ({
    subject: `Dossier ${number}\u00A0: l’examen reprend sans les compléments`,
    paragraphs: [
      `L’examen de votre dossier ${number} («\u00A0${title}\u00A0») reprend tel que vous l’avez déposé, sans attendre les compléments demandés.`,
      `Raison donnée\u00A0: ${textIn(payload, "reason")}`,
      "Ce que vous aviez écrit depuis n’a pas été envoyé. Vous le retrouvez dans l’historique du dossier.",
    ],
    link: { label: "Voir le dossier", path: routes.dossier(number) },
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
} satisfies Partial<Record<NoticeKind, Template>>;
