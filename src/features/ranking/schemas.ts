import { z } from "zod";
import { dossierNumber } from "@/domain/dossier/number";
import { explains, MOTIVE_CODES } from "@/domain/evaluation/motives";
import { PLACES } from "@/domain/evaluation/ranked-list";
import { name, text } from "@/domain/text";

/** What enters the ranking of a call, one schema per command. */

const orNone = z.union([z.literal(""), z.uuid()]).default("");

/** The ranking worked on: its call, its round where it has some, and the sitting the page belongs to, if any. */
const scope = { call: z.uuid(), round: orNone, session: orNone };

/** The state of the ranking the page shows: whoever moves on another is told. */
const revision = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

const seen = { ...scope, revision };

const ACTS = ["apply", "up", "down", "reserve"] as const;

export const moveSchema = z.object({
  ...seen,
  act: z.enum([...ACTS, "undo"]),
  /** The dossier chosen. */
  dossier: z.union([z.literal(""), dossierNumber]).default(""),
  /** As typed; read by `apply` alone. Empty changes nothing. */
  rank: text(10).default(""),
  amount: text(40).default(""),
  place: z.union([z.literal(""), z.enum(PLACES)]).default(""),
  /** Set where script runs: the page then stays. */
  script: z.literal("oui").optional(),
});
export type MoveInput = z.output<typeof moveSchema>;

export const saveScenarioSchema = z.object({
  ...seen,
  name: name(80).refine((value) => value !== "", {
    error: "Donnez un nom au scénario. Exemple\u00A0: priorité aux territoires.",
  }),
});
export type SaveScenarioInput = z.output<typeof saveScenarioSchema>;

export const scenarioSchema = z.object({ ...seen, scenario: z.uuid() });
export type ScenarioInput = z.output<typeof scenarioSchema>;

export const scoresOrderSchema = z.object(seen);
export type ScoresOrderInput = z.output<typeof scoresOrderSchema>;

const chosen = z
  .array(dossierNumber)
  .min(1, { error: "Cochez au moins un dossier." })
  .max(500)
  .default([]);

export const proposeFundedSchema = z
  .object({
    ...seen,
    funded: chosen,
    motiveCode: z.enum(MOTIVE_CODES, { error: "Choisissez la raison principale." }),
    motive: text(6000).refine((value) => value !== "", {
      error:
        "Écrivez les raisons que chaque porteur lira dans sa lettre. Exemple\u00A0: classé parmi les premiers par le jury, le projet répond aux sept critères.",
    }),
  })
  .superRefine(({ motiveCode }, context) => {
    if (explains(motiveCode, "accepted")) return;
    context.addIssue({
      code: "custom",
      path: ["motiveCode"],
      message: "Cette raison n’explique pas un accord\u00A0: choisissez-en une autre.",
    });
  });
export type ProposeFundedInput = z.output<typeof proposeFundedSchema>;

export const holdSchema = z.object({ ...seen, reserve: chosen });
export type HoldInput = z.output<typeof holdSchema>;
