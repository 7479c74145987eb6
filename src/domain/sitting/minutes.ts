import { z } from "zod";
import { CHOICES } from "./votes";

/** What the minutes of a sitting hold: facts as they were, drawn once, in plain JSON; instants in ISO. */

const instant = z.iso.datetime();
const counts = z.object({ inFavour: z.int(), against: z.int(), abstained: z.int() });

const vote = z.object({
  question: z.string(),
  secret: z.boolean(),
  closedAt: instant,
  /** Null for a vote closed without result. */
  counts: counts.nullable(),
  /** Who voted what, in an open vote; empty in a secret one. */
  choices: z.array(z.object({ name: z.string(), choice: z.enum(CHOICES) })),
});

const item = z.object({
  number: z.string(),
  title: z.string(),
  carrier: z.string(),
  state: z.enum(["done", "adjourned"]),
  startedAt: instant.nullable(),
  endedAt: instant.nullable(),
  heardAt: instant.nullable(),
  /** Names of those kept apart: never on what grounds. */
  recused: z.array(z.string()),
  abstained: z.array(z.string()),
  quorum: z.object({
    /** Members with a voice on it. */
    possible: z.int(),
    /** When fewer than required were in the room, while it was examined. */
    lapses: z.array(z.object({ from: instant, to: instant })),
  }),
  questions: z.array(z.object({ body: z.string(), answer: z.string() })),
  score: z
    .object({
      mean: z.int(),
      sheets: z.int(),
      criteria: z.array(
        z.object({
          name: z.string(),
          mean: z.int(),
          consensus: z.object({ value: z.int(), reason: z.string() }).nullable(),
        }),
      ),
    })
    .nullable(),
  deliberation: z.string(),
  votes: z.array(vote),
  decision: z
    .object({
      outcome: z.string(),
      amount: z.string().nullable(),
      motive: z.string(),
      strengths: z.string(),
      weaknesses: z.string(),
      /** What a new presentation must answer, in order; minutes of before have none. */
      expectations: z.array(z.string()).optional(),
      by: z.string(),
    })
    .nullable(),
});

export const minutesSchema = z.object({
  version: z.literal(1),
  session: z.object({
    label: z.string(),
    theme: z.string(),
    place: z.string(),
    openedAt: instant,
    endedAt: instant,
    quorum: z.int(),
  }),
  people: z.array(
    z.object({
      name: z.string(),
      organisation: z.string(),
      capacity: z.enum(["juror", "chair", "secretary"]),
      stays: z.array(z.object({ from: instant, to: instant })),
    }),
  ),
  items: z.array(item),
  /** Votes on no dossier. */
  votes: z.array(vote),
  /** The order the jury gives the dossiers of the call, where it was drawn. */
  ranking: z.array(
    z.object({ rank: z.int(), number: z.string(), title: z.string(), place: z.string() }),
  ),
});

export type MinutesContent = z.output<typeof minutesSchema>;
export type MinutesItem = MinutesContent["items"][number];
export type MinutesVote = z.output<typeof vote>;

/** The times, within a span, during which fewer people than required were there. */
export function lapsesOf(input: {
  required: number;
  /** Stays of those who count. */
  stays: readonly (readonly { from: Date; to: Date }[])[];
  from: Date;
  to: Date;
}): { from: Date; to: Date }[] {
  const { required, stays, from, to } = input;
  const [start, end] = [from.getTime(), to.getTime()];
  const all = stays.flat();
  const marks = [...all.flatMap((stay) => [stay.from.getTime(), stay.to.getTime()]), start, end]
    .filter((mark) => mark >= start && mark <= end)
    .sort((a, b) => a - b);
  const found: { from: Date; to: Date }[] = [];
  for (const [index, mark] of marks.entries()) {
    const next = marks[index + 1];
    if (next === undefined || next === mark) continue;
    const there = stays.filter((own) =>
      own.some((stay) => stay.from.getTime() <= mark && stay.to.getTime() >= next),
    ).length;
    if (there >= required) continue;
    const last = found.at(-1);
    if (last && last.to.getTime() === mark) last.to = new Date(next);
    else found.push({ from: new Date(mark), to: new Date(next) });
  }
  return found;
}
