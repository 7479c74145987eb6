import "server-only";
import { routes } from "@/routes";
import type { NoticeKind } from "../../notifications";
import { about, type Template } from "../content";

/** What the life of a project tells after its award. */
export const EXECUTION_TEMPLATES = {
  "execution-opened": about(({ number, title, themeCode }) => ({
    subject: `Dossier ${number}\u00A0: le suivi de votre projet est ouvert`,
    paragraphs: [
      `Le suivi de votre projet accepté est ouvert\u00A0: dossier ${number} («\u00A0${title}\u00A0», thème ${themeCode}).`,
      "Ce que vous avez déposé sert désormais de référence\u00A0: calendrier, plan, jalons et indicateurs. Vous demandez sur le portail toute modification.",
    ],
    link: { label: "Ouvrir le projet", path: routes.project(number) },
  })),

  "execution-opened-dnum": about(({ number, title, themeCode }) => ({
    subject: `Dossier ${number}\u00A0: le suivi du projet est ouvert`,
    paragraphs: [
      `Le suivi d’un projet accepté de votre ministère est ouvert\u00A0: dossier ${number} («\u00A0${title}\u00A0», thème ${themeCode}).`,
    ],
    link: { label: "Voir le dossier", path: routes.ministryDossier(number) },
  })),

  "crossing-proposed": about(({ number, title, themeCode }, { payload }) => ({
    subject: `Dossier ${number}\u00A0: le jalon de la phase ${String(payload.position)} est proposé`,
    paragraphs: [
      `Le porteur du dossier ${number} («\u00A0${title}\u00A0», thème ${themeCode}) propose le jalon de la phase ${String(payload.position)}.`,
      "Le porteur du thème accepte le jalon, ou dit pourquoi il ne l’accepte pas. Rien n’est automatique.",
    ],
    link: {
      label: "Examiner le jalon",
      path: routes.examinedPhase(number, String(payload.position)),
    },
  })),

  "phase-released": about(({ number, title }, { payload }) => ({
    subject: `Dossier ${number}\u00A0: le jalon de la phase ${String(payload.position)} est accepté`,
    paragraphs: [
      `Le jalon de la phase ${String(payload.position)} de votre projet est accepté\u00A0: dossier ${number} («\u00A0${title}\u00A0»).`,
      "Les phases, leurs montants et leurs états sont sur la page du projet.",
    ],
    link: { label: "Ouvrir le projet", path: routes.project(number) },
  })),

  // The reason stays on the portal, with the measures it answers.
  "phase-withheld": about(({ number, title }, { payload }) => ({
    subject: `Dossier ${number}\u00A0: le jalon de la phase ${String(payload.position)} n’est pas accepté`,
    paragraphs: [
      `Le jalon de la phase ${String(payload.position)} de votre projet n’est pas accepté pour le moment\u00A0: dossier ${number} («\u00A0${title}\u00A0»).`,
      "La raison est sur le portail. Vous pouvez proposer le jalon à nouveau.",
    ],
    link: { label: "Lire la raison", path: routes.phase(number, String(payload.position)) },
  })),

  "change-requested": about(({ number, title, themeCode }, { payload }) => ({
    subject: `Dossier ${number}\u00A0: une modification du projet est demandée`,
    paragraphs: [
      `Le porteur du dossier ${number} («\u00A0${title}\u00A0», thème ${themeCode}) demande une modification de son projet.`,
    ],
    link: {
      label: "Examiner la demande",
      path: routes.examinedChange(number, String(payload.request)),
    },
  })),

  "change-answered": about(({ number, title }) => ({
    subject: `Dossier ${number}\u00A0: réponse à votre demande de modification`,
    paragraphs: [
      `Votre demande de modification a sa réponse\u00A0: dossier ${number} («\u00A0${title}\u00A0»).`,
    ],
    link: { label: "Lire la réponse", path: routes.changes(number) },
  })),

  "closing-asked": about(({ number, title, themeCode }) => ({
    subject: `Dossier ${number}\u00A0: la clôture du projet est demandée`,
    paragraphs: [
      `Le porteur du dossier ${number} («\u00A0${title}\u00A0», thème ${themeCode}) a remis son évaluation finale et demande la clôture du projet.`,
    ],
    link: { label: "Examiner la clôture", path: routes.examinedClosing(number) },
  })),

  "execution-closed": about(({ number, title }) => ({
    subject: `Dossier ${number}\u00A0: votre projet est clos`,
    paragraphs: [
      `Votre projet est clos\u00A0: dossier ${number} («\u00A0${title}\u00A0»).`,
      "Son suivi reste lisible sur le portail, et ne s’écrit plus.",
    ],
    link: { label: "Ouvrir le projet", path: routes.project(number) },
  })),

  "execution-closed-dnum": about(({ number, title, themeCode }) => ({
    subject: `Dossier ${number}\u00A0: un projet de votre ministère est clos`,
    paragraphs: [
      `Un projet de votre ministère est clos\u00A0: dossier ${number} («\u00A0${title}\u00A0», thème ${themeCode}).`,
    ],
    link: { label: "Voir le dossier", path: routes.ministryDossier(number) },
  })),
} satisfies Partial<Record<NoticeKind, Template>>;
