import { type Capacity, hasVoice } from "./quorum";

/** What the readiness of a sitting is read on: counts, never who. */
export interface Preparation {
  hasStart: boolean;
  hasPlace: boolean;
  quorum: number;
  members: readonly {
    capacity: Capacity;
    convened: boolean;
    answer: "none" | "coming" | "not-coming";
  }[];
  /** Jurors entrusted with a dossier of the agenda who are not members. */
  jurorsLeftOut: number;
  items: readonly {
    /** Carriers are heard on it. */
    heard: boolean;
    /** The slot its carrier was offered is still the one of the agenda. */
    slotOffered: boolean;
    slotAnswer: "none" | "confirmed" | "refused";
    /** Members with a voice on it. */
    voices: number;
    /** Questions of the jury that the carrier has not answered. */
    questionsOpen: number;
    sheetsMissing: boolean;
  }[];
}

/** Where a point is settled. */
export type ReadinessPlace = "settings" | "members" | "convocation" | "agenda";

export interface ReadinessPoint {
  key: string;
  /** `done`; `to-do` stands before the convocation or the opening; `waiting` depends on others. */
  state: "done" | "to-do" | "waiting";
  sentence: string;
  place: ReadinessPlace;
}

const s = (count: number) => (count > 1 ? "s" : "");

/** « Ce qu’il reste à préparer », point by point, in the order in which a sitting is prepared. */
export function readiness(preparation: Preparation): ReadinessPoint[] {
  return [
    start(preparation),
    jury(preparation),
    ...agenda(preparation),
    convocation(preparation),
    ...answers(preparation),
    sheets(preparation),
  ];
}

function start({ hasStart, hasPlace }: Preparation): ReadinessPoint {
  const missing = [hasStart ? null : "l’heure", hasPlace ? null : "le lieu"].filter(
    (each) => each !== null,
  );
  return {
    key: "start",
    place: "settings",
    ...(missing.length === 0
      ? { state: "done", sentence: "L’heure et le lieu sont fixés." }
      : { state: "to-do", sentence: `Fixez ${missing.join(" et ")} de la séance.` }),
  };
}

function jury({ members, quorum, jurorsLeftOut }: Preparation): ReadinessPoint {
  const has = (capacity: Capacity) => members.some((each) => each.capacity === capacity);
  const voices = members.filter(hasVoice).length;
  const point = { key: "jury", place: "members" } as const;
  if (!has("chair") || !has("secretary")) {
    const missing = [
      has("chair") ? null : "la présidence",
      has("secretary") ? null : "le secrétariat",
    ];
    return {
      ...point,
      state: "to-do",
      sentence: `Désignez ${missing.filter((each) => each !== null).join(" et ")} de la séance.`,
    };
  }
  if (voices < quorum) {
    return {
      ...point,
      state: "to-do",
      sentence: `Le quorum est de ${quorum} et ${voices} membre${s(voices)} seulement ${voices > 1 ? "ont" : "a"} une voix\u00A0: complétez le jury.`,
    };
  }
  if (jurorsLeftOut > 0) {
    return {
      ...point,
      state: "to-do",
      sentence: `${jurorsLeftOut} juré${s(jurorsLeftOut)} à qui un dossier est confié ne ${jurorsLeftOut > 1 ? "sont" : "est"} pas membre${s(jurorsLeftOut)} de la séance.`,
    };
  }
  return {
    ...point,
    state: "done",
    sentence: `Le jury est composé\u00A0: ${voices} voix, quorum de ${quorum}.`,
  };
}

function agenda({ items, quorum }: Preparation): ReadinessPoint[] {
  const point = { place: "agenda" } as const;
  if (items.length === 0) {
    return [
      {
        ...point,
        key: "agenda",
        state: "to-do",
        sentence: "Aucun dossier n’est à l’ordre du jour\u00A0: confiez un dossier à des jurés.",
      },
    ];
  }
  const points: ReadinessPoint[] = [];
  const short = items.filter(({ voices }) => voices < quorum).length;
  if (short > 0) {
    points.push({
      ...point,
      key: "voices",
      place: "members",
      state: "to-do",
      sentence: `Sur ${short} dossier${s(short)}, trop peu de membres ont une voix pour le quorum\u00A0: complétez le jury, ou ajournez.`,
    });
  }
  const heard = items.filter((item) => item.heard);
  if (heard.length === 0) return points;
  const unsent = heard.filter(({ slotOffered }) => !slotOffered).length;
  if (unsent > 0) {
    return [
      ...points,
      {
        ...point,
        key: "slots",
        state: "to-do",
        sentence: `${unsent} créneau${unsent > 1 ? "x" : ""} d’audition à proposer aux porteurs.`,
      },
    ];
  }
  const refused = heard.filter(({ slotAnswer }) => slotAnswer === "refused").length;
  const waiting = heard.filter(({ slotAnswer }) => slotAnswer === "none").length;
  if (refused > 0) {
    points.push({
      ...point,
      key: "slots-refused",
      state: "to-do",
      sentence: `${refused} porteur${s(refused)} ${refused > 1 ? "ont" : "a"} refusé son créneau\u00A0: changez l’ordre de passage ou l’heure.`,
    });
  }
  points.push(
    waiting > 0
      ? {
          ...point,
          key: "slots",
          state: "waiting",
          sentence: `${waiting} porteur${s(waiting)} n’${waiting > 1 ? "ont" : "a"} pas encore répondu sur son créneau.`,
        }
      : {
          ...point,
          key: "slots",
          state: "done",
          sentence: "Les porteurs ont répondu sur leur créneau.",
        },
  );
  return points;
}

function convocation({ members }: Preparation): ReadinessPoint {
  const left = members.filter(({ convened }) => !convened).length;
  const point = { key: "convocation", place: "convocation" } as const;
  return left > 0 || members.length === 0
    ? {
        ...point,
        state: "to-do",
        sentence:
          left === 0 ? "Personne n’est convoqué." : `${left} personne${s(left)} à convoquer.`,
      }
    : { ...point, state: "done", sentence: "Toutes les personnes sont convoquées." };
}

function answers({ members, quorum, items }: Preparation): ReadinessPoint[] {
  const convened = members.filter((member) => member.convened);
  const points: ReadinessPoint[] = [];
  if (convened.length > 0) {
    const coming = convened.filter((each) => hasVoice(each) && each.answer === "coming").length;
    const silent = convened.filter(({ answer }) => answer === "none").length;
    const rest = silent > 0 ? `, ${silent} réponse${s(silent)} attendue${s(silent)}` : "";
    points.push({
      key: "answers",
      place: "members",
      state: coming >= quorum ? "done" : "waiting",
      sentence: `${coming} membre${s(coming)} du jury annoncé${s(coming)}, ${quorum} requis${rest}.`,
    });
  }
  const open = items.reduce((sum, { questionsOpen }) => sum + questionsOpen, 0);
  if (open > 0) {
    points.push({
      key: "questions",
      place: "agenda",
      state: "waiting",
      sentence: `${open} question${s(open)} du jury sans réponse écrite du porteur.`,
    });
  }
  return points;
}

function sheets({ items }: Preparation): ReadinessPoint {
  const missing = items.some(({ sheetsMissing }) => sheetsMissing);
  return {
    key: "sheets",
    place: "agenda",
    state: missing ? "waiting" : "done",
    // Which dossier, and whose sheets, is nobody's to read before the close.
    sentence: missing ? "Il manque des fiches de notation." : "Toutes les fiches sont remises.",
  };
}
