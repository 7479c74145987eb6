import "server-only";
import { routes } from "@/routes";
import type { NoticeKind } from "../../notifications";
import { about, eurosIn, type Template, textIn, weekdayIn } from "../content";

const BACK_SUBJECTS: Readonly<Record<string, string>> = {
  fileComplement: "compléments reçus",
  confirmRedirection: "confirmé par son porteur",
  presentAnew: "nouvelle présentation déposée",
};
const BACK_SENTENCES: Readonly<Record<string, string>> = {
  fileComplement: "Le porteur a envoyé les compléments demandés",
  confirmRedirection: "Le porteur a complété et confirmé le dossier réorienté",
  presentAnew: "Le porteur a déposé une nouvelle présentation",
};

/** What the examination of a dossier tells. */
export const EXAMINATION_TEMPLATES = {
  "dossier-came-back": about(({ number, title, themeCode }, { payload }) => ({
    subject: `Dossier ${number}\u00A0: ${BACK_SUBJECTS[textIn(payload, "act")] ?? "revenu du porteur"}`,
    paragraphs: [
      `${BACK_SENTENCES[textIn(payload, "act")] ?? "Le porteur a envoyé une nouvelle version"}\u00A0: dossier ${number} («\u00A0${title}\u00A0», thème ${themeCode}).`,
      "La différence avec la version précédente est sur le portail, réponse par réponse.",
    ],
    link: { label: "Lire ce qui a changé", path: routes.filings(number) },
  })),

  "dossier-assigned": about(({ number, title, themeCode }, { payload }) => ({
    subject: `Dossier ${number}\u00A0: il vous est confié`,
    paragraphs: [
      `${textIn(payload, "by")} vous confie l’instruction du dossier ${number} («\u00A0${title}\u00A0», thème ${themeCode}).`,
    ],
    link: { label: "Ouvrir le dossier", path: routes.instructionDossier(number) },
  })),

  // Nothing of the dossiers: their reader may be recused from one since.
  "dossiers-assigned": ({ payload }) => ({
    subject: "Des dossiers vous sont confiés",
    paragraphs: [
      `${textIn(payload, "by")} vous confie l’instruction de plusieurs dossiers.`,
      "Ils sont dans votre liste, vue «\u00A0Mes dossiers\u00A0».",
    ],
    link: { label: "Voir mes dossiers", path: routes.instruction("vue=mes-dossiers") },
  }),

  "complement-overdue": about(({ number, title }, { payload }) => ({
    subject: `Dossier ${number}\u00A0: compléments non reçus`,
    paragraphs: [
      `Les compléments demandés sur le dossier ${number} («\u00A0${title}\u00A0») n’ont pas été reçus\u00A0: le délai a pris fin le ${weekdayIn(payload, "dueOn")} à 23\u00A0h\u00A059 (heure de Paris).`,
      "Vous pouvez reprendre l’examen sans attendre. D’ici là, la réponse du porteur est encore acceptée.",
    ],
    link: { label: "Voir la demande", path: routes.complementRequests(number) },
  })),

  "redirection-proposed": about(({ number, title, themeCode }, { payload }) => ({
    subject: `Dossier ${number}\u00A0: proposé au thème ${textIn(payload, "theme")}`,
    paragraphs: [
      `Le thème ${themeCode} vous propose de prendre le dossier ${number} («\u00A0${title}\u00A0») dans le thème ${textIn(payload, "theme")}.`,
      "Le portail montre ce qui changerait\u00A0: taux, subvention, réponses gardées et à compléter. Vous acceptez, ou vous déclinez avec une raison.",
    ],
    link: { label: "Comparer et répondre", path: routes.redirection(number) },
  })),

  "redirection-answered": about(({ number, title }, { payload }) => {
    const accepted = textIn(payload, "answer") === "accepted";
    return {
      subject: `Dossier ${number}\u00A0: ${accepted ? "accepté" : "décliné"} par le thème ${textIn(payload, "theme")}`,
      paragraphs: [
        `Le thème ${textIn(payload, "theme")} ${accepted ? "accepte" : "décline"} le dossier ${number} («\u00A0${title}\u00A0») que vous lui avez proposé.`,
        accepted
          ? "Le dossier a quitté votre thème. Son porteur est prévenu\u00A0: il le complète et le confirme."
          : "Sa raison est sur le portail. L’examen reprend dans votre thème.",
      ],
      link: { label: "Voir les réorientations", path: routes.redirections() },
    };
  }),

  "dossier-redirected": about(({ number, title, themeCode }, { payload }) => ({
    subject: `Dossier ${number}\u00A0: il continue dans le thème ${themeCode}`,
    paragraphs: [
      `Votre dossier ${number} («\u00A0${title}\u00A0») continue dans le thème ${themeCode}, qui l’accueille. Il garde son numéro et son histoire.`,
      `Raison donnée\u00A0: ${textIn(payload, "reason")}`,
      "Vos réponses communes aux deux thèmes sont gardées. Complétez les autres, puis confirmez le dossier.",
    ],
    link: { label: "Voir ce qui change", path: routes.ownRedirection(number) },
  })),

  "dossier-redirected-dnum": about(({ number, title, themeCode }, { payload }) => ({
    subject: `Dossier ${number}\u00A0: réorienté vers le thème ${themeCode}`,
    paragraphs: [
      `Le dossier ${number} («\u00A0${title}\u00A0») de votre ministère passe du thème ${textIn(payload, "from")} au thème ${themeCode}.`,
      textIn(payload, "visa") === "asked"
        ? "Ce thème demande que vous soyez informés\u00A0: le porteur vous présentera le dossier à nouveau avant de le confirmer."
        : "Ce thème ne demande rien à la DNUM. Le dossier reste dans votre portefeuille.",
    ],
    link: { label: "Voir le dossier", path: routes.ministryDossier(number) },
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

  "arbitration-submitted": ({ payload }) => ({
    subject: `Liste à arbitrer\u00A0: ${String(payload.label)}`,
    paragraphs: [
      `La liste «\u00A0${String(payload.label)}\u00A0» est soumise à l’arbitrage du ministre\u00A0: ${String(payload.count)} proposition(s) de décision.`,
      "Chaque ligne se confirme, se change avec un motif, ou se renvoie. Rien n’est connu des porteurs avant la notification.",
    ],
    link: { label: "Ouvrir la liste", path: routes.arbitration(String(payload.listId)) },
  }),

  "reserve-reached": about(({ number, title }, { payload }) => ({
    subject: `Dossier ${number}\u00A0: des crédits atteignent la réserve`,
    paragraphs: [
      payload.whole === true
        ? `Des crédits sont libres\u00A0: le dossier ${number} («\u00A0${title}\u00A0»), premier de la réserve, tient dans l’enveloppe pour ${eurosIn(payload, "amount")}.`
        : `Des crédits sont libres\u00A0: il reste ${eurosIn(payload, "amount")} pour le dossier ${number} («\u00A0${title}\u00A0»), premier de la réserve. Il peut être financé en partie.`,
      "Vous l’appelez depuis le classement, puis vous proposez sa décision.",
    ],
    link: {
      label: "Ouvrir le classement",
      path: routes.rankedDossier({
        session: "",
        call: textIn(payload, "callId"),
        round: textIn(payload, "roundId"),
        dossier: number,
      }),
    },
  })),

  "appeal-filed": about(({ number, title, themeCode }) => ({
    subject: `Dossier ${number}\u00A0: un recours est formé`,
    paragraphs: [
      `Le porteur du dossier ${number} («\u00A0${title}\u00A0», thème ${themeCode}) demande que sa décision soit examinée à nouveau.`,
      "D’autres personnes que celles qui ont décidé examinent le recours. Sans réponse dans les deux mois, il est rejeté.",
    ],
    link: { label: "Ouvrir le recours", path: routes.examinedAppeal(number) },
  })),

  "appeal-registered": about(({ number, title }) => ({
    subject: `Dossier ${number}\u00A0: votre recours est examiné`,
    paragraphs: [
      `Votre recours sur le dossier ${number} («\u00A0${title}\u00A0») est enregistré. D’autres personnes que celles qui ont décidé l’examinent.`,
    ],
    link: { label: "Suivre le recours", path: routes.appeal(number) },
  })),

  // The answer itself stays on the portal, with its reasons.
  "appeal-decided": about(({ number, title }) => ({
    subject: `Dossier ${number}\u00A0: réponse à votre recours`,
    paragraphs: [
      `Une réponse est donnée à votre recours sur le dossier ${number} («\u00A0${title}\u00A0»).`,
    ],
    link: { label: "Lire la réponse", path: routes.appeal(number) },
  })),
} satisfies Partial<Record<NoticeKind, Template>>;
