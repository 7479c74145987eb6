import "server-only";
import { z } from "zod";
import { parseAnswers, planTotal, simulationInput } from "@/domain/dossier/answers";
import { type TypedCoFinancer, typedCoFinancersSchema } from "@/domain/dossier/co-financing";
import { FILING_ACTS, type FilingAct } from "@/domain/dossier/editing";
import {
  type FiledFile,
  type FileStatus,
  filedFileSchema,
  isReadable,
} from "@/domain/dossier/files";
import { parsePlan, type TypedLine, typedPlanSchema } from "@/domain/dossier/funding-plan";
import { simulate } from "@/domain/funding/simulate";
import type { SimulationResult } from "@/domain/funding/types";
import { type Cents, cents, centsFromBigInt } from "@/domain/money";
import { pinned } from "@/domain/themes/pinned";
import type { CarrierKind, Theme, ThemeForm } from "@/domain/themes/types";
import { routes } from "@/routes";
import { database, type Transaction } from "./database/client";
import type { Prisma } from "./database/generated/client";
import { ENTRY, enteredAt } from "./entry";

const amount = z.int().transform(cents);

/** An answer to a point that was asked, as filed. */
const replySchema = z.object({
  position: z.int(),
  question: z.string(),
  target: z.string().nullable(),
  answer: z.string(),
});
export type FiledReply = z.output<typeof replySchema>;

/** What a filing holds. Other keys may come with later versions: they are left where they are. */
const contentSchema = z.object({
  /** The first filing says none. */
  act: z.enum(FILING_ACTS).prefault("file"),
  theme: z.string(),
  themeVersion: z.int(),
  formVersion: z.int(),
  answers: z.record(z.string(), z.unknown()),
  plan: typedPlanSchema,
  coFinancers: typedCoFinancersSchema.prefault([]),
  commitments: z.array(z.string()),
  files: z.array(filedFileSchema).default([]),
  call: z.string(),
  carrier: z.object({ name: z.string(), siret: z.string() }),
  coCarriers: z.array(z.object({ name: z.string() })).prefault([]),
  project: z.object({ title: z.string() }),
  replies: z.array(replySchema).prefault([]),
  amounts: z.object({
    total: amount,
    base: amount,
    computedGrant: amount,
    requestedGrant: amount,
  }),
});

export type FiledContent = z.output<typeof contentSchema>;

/** The content of a filing, read without trusting more of it than is used. */
export function filedContentOf(filing: { content: unknown }): FiledContent {
  return contentSchema.parse(filing.content);
}

/** A dossier as filed once, under the rules and the form of that filing: a redirected one had others before. */
export interface FiledDossier {
  version: number;
  act: FilingAct;
  title: string;
  theme: Theme;
  form: ThemeForm;
  filedAt: Date;
  fingerprint: string;
  callLabel: string;
  answers: Readonly<Record<string, unknown>>;
  lines: readonly TypedLine[];
  coFinancers: readonly TypedCoFinancer[];
  /** Keys of the commitments accepted. */
  commitments: readonly string[];
  /** Names of the organisations associated to the carrier. */
  coCarriers: readonly string[];
  /** The files filed, in the state the antivirus gives them now. */
  files: readonly (FiledFile & { status: FileStatus; href: string | null })[];
  /** Where they are downloaded together; null without any. */
  allFilesHref: string | null;
  amounts: { total: Cents; base: Cents; computedGrant: Cents; requestedGrant: Cents };
  /** What was answered to the points asked, where the dossier came back for that. */
  replies: readonly FiledReply[];
}

/** What a filing is read with: where its files stand. */
const FILED = {
  number: true,
  files: { select: { id: true, status: true } },
} satisfies Prisma.DossierSelect;

/**
 * A filing of a dossier, the last unless told; null when it has none. Who may read it is settled by the caller, through
 * `server/visibility`. Throws when this version of the portal does not hold the rules it was made under.
 */
export async function readFiledDossier(
  dossierId: string,
  tx: Transaction = database(),
  { version }: { version?: number } = {},
): Promise<FiledDossier | null> {
  const filing = await tx.filing.findFirst({
    where: { dossierId, version },
    orderBy: { version: "desc" },
    select: {
      version: true,
      content: true,
      fingerprint: true,
      filedAt: true,
      dossier: { select: FILED },
    },
  });
  if (!filing) return null;
  const { number } = filing.dossier;
  const content = filedContentOf(filing);
  const { theme, form } = pinned({ ...content, themeCode: content.theme });
  return {
    version: filing.version,
    act: content.act,
    title: content.project.title,
    theme,
    form,
    filedAt: filing.filedAt,
    fingerprint: filing.fingerprint,
    callLabel: content.call,
    answers: content.answers,
    lines: content.plan,
    coFinancers: content.coFinancers,
    commitments: content.commitments,
    coCarriers: content.coCarriers.map(({ name }) => name),
    files: content.files.map((file) => {
      const row = filing.dossier.files.find(({ id }) => id === file.id);
      const status = (row?.status ?? "waiting") as FileStatus;
      const href = isReadable(status, false) ? routes.fileContent(number, file.id) : null;
      return { ...file, status, href };
    }),
    allFilesHref: content.files.length > 0 ? routes.allFiles(number) : null,
    amounts: content.amounts,
    replies: content.replies,
  };
}

/** What the other dossiers of a project have been granted under a theme, in order (Livret l.747, l.801: project caps). */
export async function grantedToProject(
  tx: Transaction,
  project: { dossierId: string; projectId: string; themeCode: string; notifiedOnly?: boolean },
): Promise<Cents[]> {
  const { dossierId, projectId, themeCode, notifiedOnly } = project;
  const granted = await tx.decision.findMany({
    where: {
      outcome: "accepted",
      status: "confirmed",
      ...(notifiedOnly && { notifiedAt: { not: null } }),
      dossier: { projectId, themeCode, id: { not: dossierId } },
    },
    select: { amount: true },
    orderBy: { confirmedAt: "asc" },
  });
  return granted.flatMap(({ amount: each }) => (each === null ? [] : [centsFromBigInt(each)]));
}

/**
 * What the rules say today of a dossier as filed: judged at the instant it entered its call, with what its project has
 * been granted since (Livret l.747, l.801: project caps). Null when the dossier has no filing under its theme: one that
 * is redirected has none until its carrier confirms. For a ministry, only the grants it may know are counted: the
 * notified ones.
 */
export async function simulateFiled(
  dossierId: string,
  tx: Transaction = database(),
  { notifiedOnly = false }: { notifiedOnly?: boolean } = {},
): Promise<SimulationResult | null> {
  const filed = await readFiledDossier(dossierId, tx);
  if (!filed) return null;
  const dossier = await tx.dossier.findUniqueOrThrow({
    where: { id: dossierId },
    select: {
      filedAt: true,
      projectId: true,
      themeCode: true,
      call: true,
      carrier: { select: { kind: true } },
    },
  });
  const { call, carrier, projectId, themeCode } = dossier;
  if (themeCode !== filed.theme.code) return null;
  const { where, ...last } = ENTRY.redirections;
  const redirections = await tx.redirection.findMany({ where: { dossierId, ...where }, ...last });
  const priorGrants = await grantedToProject(tx, { dossierId, projectId, themeCode, notifiedOnly });
  const kind = call.kind as "guichet" | "aap";
  const { expenses, errors } = parsePlan(filed.lines);
  const total = errors.length === 0 ? planTotal(expenses) : null;
  const { values } = parseAnswers(filed.form, filed.answers, total);
  return simulate(
    filed.theme,
    simulationInput({
      form: filed.form,
      values,
      expenses,
      carrier: { kind: carrier.kind as CarrierKind },
      call: kind,
      filedAt: enteredAt({ ...dossier, redirections }) ?? filed.filedAt,
      priorGrants,
    }),
    [{ ...call, kind }],
  );
}
