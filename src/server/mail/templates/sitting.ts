import "server-only";
import { formatInstant } from "@/domain/calendar";
import type { JsonObject } from "@/domain/evidence/canonical";
import { CAPACITY_WORDS, type Capacity } from "@/domain/sitting/quorum";
import { routes } from "@/routes";
import type { NoticeKind } from "../../notifications";
import { about, type Template } from "../content";

const instantIn = (payload: JsonObject, name: string) => new Date(String(payload[name]));
const countIn = (payload: JsonObject, name: string) => Number(payload[name]);
const textIn = (payload: JsonObject, name: string) => String(payload[name]);

/** What a sitting of a jury tells its members, and the carriers it hears. */
export const SITTING_TEMPLATES = {
  // Nothing of the dossiers: the member may be recused from one.
  "session-convened": ({ payload }) => {
    const startsAt = instantIn(payload, "startsAt");
    const label = textIn(payload, "label");
    const id = textIn(payload, "sessionId");
    return {
      subject: `Convocation\u00A0: ${label}`,
      paragraphs: [
        `Vous êtes convoqué à la séance «\u00A0${label}\u00A0», le ${formatInstant(startsAt)}.`,
        `Lieu\u00A0: ${textIn(payload, "place")}. Votre qualité\u00A0: ${CAPACITY_WORDS[payload.capacity as Capacity].toLowerCase()}.`,
        "Dites sur le portail si vous venez. L’ordre du jour et le dossier de séance y sont aussi.",
      ],
      link: { label: "Répondre et lire l’ordre du jour", path: routes.session(id) },
      event: {
        key: `seance-${id}`,
        sequence: countIn(payload, "sequence"),
        startsAt,
        minutes: countIn(payload, "minutes"),
        title: label,
        place: textIn(payload, "place"),
      },
    };
  },

  "hearing-offered": about(({ number, title }, { payload }) => {
    const startsAt = instantIn(payload, "startsAt");
    return {
      subject: `Audition du dossier ${number}\u00A0: un créneau vous est proposé`,
      paragraphs: [
        `Le jury propose d’entendre le porteur du dossier ${number} («\u00A0${title}\u00A0») le ${formatInstant(startsAt)}.`,
        `Lieu\u00A0: ${textIn(payload, "place")}. Durée prévue\u00A0: ${countIn(payload, "minutes")} minutes.`,
        "Confirmez ce créneau sur le portail, ou dites pourquoi il ne convient pas.",
      ],
      link: { label: "Répondre", path: routes.ownHearing(number) },
      event: {
        key: `audition-${number}-${textIn(payload, "sessionId")}`,
        sequence: countIn(payload, "sequence"),
        startsAt,
        minutes: countIn(payload, "minutes"),
        title: `Audition du dossier ${number}`,
        place: textIn(payload, "place"),
      },
    };
  }),

  "hearing-cancelled": about(({ number, title }, { payload }) => ({
    subject: `Audition du dossier ${number} reportée`,
    paragraphs: [
      `L’audition du dossier ${number} («\u00A0${title}\u00A0»), proposée le ${formatInstant(instantIn(payload, "startsAt"))}, n’a pas lieu à cette séance.`,
      "Un autre créneau vous sera proposé. Votre dossier n’est pas modifié.",
    ],
    link: { label: "Voir le dossier", path: routes.dossier(number) },
  })),

  // The question itself stays on the portal, and nothing says who asks it.
  "hearing-question": about(({ number, title }) => ({
    subject: `Dossier ${number}\u00A0: une question du jury`,
    paragraphs: [
      `Le jury pose une question sur votre dossier ${number} («\u00A0${title}\u00A0») avant l’audition.`,
      "Répondez par écrit sur le portail, avant le début de l’audition.",
    ],
    link: { label: "Lire la question et répondre", path: routes.ownHearing(number) },
  })),

  "hearing-refused": about(({ number }, { payload }) => ({
    subject: `Dossier ${number}\u00A0: le porteur refuse son créneau`,
    paragraphs: [
      `Le porteur du dossier ${number} refuse le créneau d’audition qui lui est proposé. Sa raison est sur le portail.`,
    ],
    link: {
      label: "Voir l’ordre du jour",
      path: routes.session(textIn(payload, "sessionId")),
    },
  })),

  "hearing-answered": about(({ number }, { payload }) => ({
    subject: `Dossier ${number}\u00A0: une réponse écrite du porteur`,
    paragraphs: [`Le porteur du dossier ${number} a répondu par écrit à une question du jury.`],
    link: {
      label: "Lire la réponse",
      path: routes.sessionItem(textIn(payload, "sessionId"), number),
    },
  })),

  "sheet-reminder": about(({ number, themeCode }) => ({
    subject: `Rappel\u00A0: fiche de notation du dossier ${number}`,
    paragraphs: [
      `Votre fiche de notation du dossier ${number} (thème ${themeCode}) n’est pas remise.`,
      "Le jury attend toutes les fiches pour clore la notation de ce dossier.",
    ],
    link: { label: "Ouvrir la fiche de notation", path: routes.sheet(number) },
  })),

  "minutes-to-sign": ({ payload }) => ({
    subject: `Procès-verbal à signer\u00A0: ${textIn(payload, "label")}`,
    paragraphs: [
      `Le procès-verbal de la séance «\u00A0${textIn(payload, "label")}\u00A0» attend votre signature.`,
      "Relisez-le\u00A0: une fois signé par les deux personnes, il ne change plus.",
    ],
    link: {
      label: "Lire et signer",
      path: routes.minutes(textIn(payload, "sessionId")),
    },
  }),
} satisfies Partial<Record<NoticeKind, Template>>;
