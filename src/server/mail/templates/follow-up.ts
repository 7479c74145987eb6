import "server-only";
import type { JsonObject } from "@/domain/evidence/canonical";
import { dutyName } from "@/domain/execution/obligations";
import { ofPeriod } from "@/domain/execution/periods";
import { isWeather, WEATHER_LABELS, WEATHER_WORDS } from "@/domain/execution/weather";
import { routes } from "@/routes";
import type { NoticeKind } from "../../notifications";
import { about, type MailDossier, type Template, textIn, weekdayIn } from "../content";

const named = ({ number, title }: MailDossier) => `dossier ${number} («\u00A0${title}\u00A0»)`;

const dutyIn = (payload: JsonObject) =>
  dutyName(textIn(payload, "duty"), textIn(payload, "period"));

function overdue(path: (number: string) => string): Template {
  return about((dossier, { payload }) => ({
    subject: `Dossier ${dossier.number}\u00A0: retard dans le suivi`,
    paragraphs: [
      `${dutyIn(payload)}\u00A0: rien n’est reçu pour le ${named(dossier)}, attendu avant le ${weekdayIn(payload, "dueOn")}.`,
      "L’équipe du projet a été prévenue avant l’échéance. Elle peut encore répondre.",
    ],
    link: { label: "Voir le suivi du projet", path: path(dossier.number) },
  }));
}

function help(path: (number: string, period: string) => string): Template {
  return about((dossier, { payload }) => {
    const { weather } = payload;
    const period = textIn(payload, "period");
    if (!isWeather(weather)) throw new Error("This mail needs a weather");
    return {
      subject: `Dossier ${dossier.number}\u00A0: ${WEATHER_LABELS[weather].toLowerCase()}`,
      paragraphs: [
        `Le compte rendu ${ofPeriod(period)} du ${named(dossier)} est remis\u00A0: ${WEATHER_LABELS[weather].toLowerCase()}.`,
        WEATHER_WORDS[weather],
      ],
      link: { label: "Lire le compte rendu", path: path(dossier.number, period) },
    };
  });
}

/** What the follow-up of a project tells: what is due soon, what is late, who needs help. */
export const FOLLOW_UP_TEMPLATES = {
  "duty-reminder": about((dossier, { payload }) => ({
    subject: `Dossier ${dossier.number}\u00A0: ${dutyIn(payload).toLowerCase()}`,
    paragraphs: [
      `${dutyIn(payload)}\u00A0: attendu avant le ${weekdayIn(payload, "dueOn")} pour le ${named(dossier)}.`,
      payload.duty === "report"
        ? "Ce qui est déjà connu est prérempli\u00A0: relisez, corrigez, remettez. Comptez cinq minutes."
        : "Indiquez ce qui est fait et quand, sur la page du suivi.",
    ],
    link: { label: "Ouvrir le suivi", path: routes.followUp(dossier.number) },
  })),
  "duty-overdue": overdue(routes.examinedReports),
  "duty-overdue-dnum": overdue(routes.ministryReports),
  "report-help": help(routes.examinedReport),
  "report-help-dnum": help(routes.ministryReport),
} satisfies Partial<Record<NoticeKind, Template>>;
