import "server-only";
import { routes } from "@/routes";
import type { NoticeKind } from "../../notifications";
import { about, type Template, textIn } from "../content";

/**
 * That somebody wrote, never what they wrote: a mail is read over shoulders and forwarded. Internal notes are told to
 * nobody.
 */
export const EXCHANGE_TEMPLATES = {
  "message-from-carrier": about(({ number, title, themeCode }, { payload }) => ({
    subject: `Dossier ${number}\u00A0: message du porteur`,
    paragraphs: [
      `${textIn(payload, "name")} vous écrit sur le dossier ${number} («\u00A0${title}\u00A0», thème ${themeCode}).`,
      "Le message se lit sur le portail, et vous y répondez. Vous recevez un seul courriel par jour tant que vous ne l’avez pas lu.",
    ],
    link: { label: "Lire et répondre", path: routes.carrierMessages(number) },
  })),

  "message-from-instruction": about(({ number, title }, { payload }) => ({
    subject: `Dossier ${number}\u00A0: message de l’instruction`,
    paragraphs: [
      `L’instruction (${textIn(payload, "unit")}) vous écrit sur votre dossier ${number} («\u00A0${title}\u00A0»).`,
      "Le message se lit sur le portail, et vous y répondez. Vous recevez un seul courriel par jour tant que vous ne l’avez pas lu.",
    ],
    link: { label: "Lire et répondre", path: routes.messages(number) },
  })),
} satisfies Partial<Record<NoticeKind, Template>>;
