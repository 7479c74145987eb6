import "server-only";
import { formatInstant } from "@/domain/calendar";
import { routes } from "@/routes";
import type { NoticeKind } from "../../notifications";
import { about, closingOf, dayIn, type Template } from "../content";

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
