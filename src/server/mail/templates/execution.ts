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
} satisfies Partial<Record<NoticeKind, Template>>;
