import type { Day } from "@/domain/calendar";
import { parseAnswers, planTotal, simulationInput } from "@/domain/dossier/answers";
import {
  type Financing,
  financingOf,
  parseCoFinancers,
  type TypedCoFinancer,
} from "@/domain/dossier/co-financing";
import { canFile, type Missing, missing } from "@/domain/dossier/completeness";
import { earliestExpiry } from "@/domain/dossier/deadlines";
import { FILED_STATUSES, type FiledFile, type FileStatus } from "@/domain/dossier/files";
import { type ParsedPlan, parsePlan, type TypedLine } from "@/domain/dossier/funding-plan";
import type { DossierStatus } from "@/domain/dossier/statuses";
import {
  type VisaRequirement,
  type VisaState,
  type VisaStatus,
  visaAnswers,
} from "@/domain/dossier/visa";
import type { Json, JsonObject } from "@/domain/evidence/canonical";
import { simulate } from "@/domain/funding/simulate";
import type { FindingCode, SimulationInput, SimulationResult } from "@/domain/funding/types";
import { type Cents, centsFromBigInt, ZERO } from "@/domain/money";
import type { CarrierKind, Theme, ThemeForm } from "@/domain/themes/types";
import { database, type Transaction } from "@/server/database/client";
import type { Prisma } from "@/server/database/generated/client";
import { fingerprint } from "@/server/fingerprint";
import { pinned } from "./pinned";
import { typedCoFinancer, typedLine } from "./plan-lines";

/** A saved answer, with what a conflict needs. */
export interface DraftAnswer {
  value: Json;
  revision: number;
}

/** A dossier's content as its team typed it, and the rules it is judged under. */
export interface DraftState {
  id: string;
  number: string;
  title: string;
  status: DossierStatus;
  version: number;
  planRevision: number;
  theme: Theme;
  form: ThemeForm;
  call: {
    id: string;
    key: string;
    kind: "guichet" | "aap";
    label: string;
    opensAt: Date | null;
    closesAt: Date | null;
    announced: string | null;
    monthlyRounds: boolean;
  };
  carrier: { id: string; name: string; kind: CarrierKind; siret: string };
  /** Organisations associated to the carrier, by name. */
  coCarriers: readonly { id: string; name: string; siret: string }[];
  /** Null for what was never filed: a draft, or one given up or expired. */
  filedAt: Date | null;
  /** The day a draft nobody touches may expire, once its team is warned. */
  expiresOn: Day | null;
  project: { id: string; title: string };
  answers: Readonly<Record<string, DraftAnswer>>;
  lines: readonly TypedLine[];
  coFinancers: readonly TypedCoFinancer[];
  /** The files a filing takes: arrived, and neither refused nor infected. */
  files: readonly (FiledFile & { status: FileStatus })[];
  /** Number of the other files of the dossier: on their way, refused or infected. */
  filesLeftOut: number;
  accepted: readonly { key: string; agentId: string; at: Date }[];
  /** The agents of the team. */
  team: readonly string[];
  /** What the DNUM was told and answered; null while it was told nothing. */
  visa: DraftVisa | null;
  /** Grants of the project's other dossiers under the same theme, as their carrier was told. */
  prior: readonly PriorGrant[];
}

/** A visa as it is kept with a filing: people by id. */
export interface DraftVisa extends VisaState {
  requestedById: string;
  requestedAt: Date;
  reason: string | null;
  givenById: string | null;
  givenAt: Date | null;
}

export interface PriorGrant {
  number: string;
  amount: Cents;
}

/** Reads the content of a dossier. Who may is settled by the caller, through `server/visibility`. */
export async function readDraft(
  dossierId: string,
  tx: Transaction = database(),
): Promise<DraftState> {
  const dossier = await tx.dossier.findUniqueOrThrow({
    where: { id: dossierId },
    include: {
      call: true,
      carrier: true,
      project: { include: { dossiers: { select: AWARDED } } },
      answers: true,
      lines: { orderBy: { position: "asc" } },
      coFinancers: { orderBy: { position: "asc" } },
      files: { where: { removedAt: null }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] },
      commitments: { orderBy: { key: "asc" } },
      members: { select: { agentId: true } },
      coCarriers: {
        select: { organisation: { select: { id: true, name: true, siret: true } } },
        orderBy: { organisation: { name: "asc" } },
      },
      visa: true,
    },
  });
  const { call, carrier, project, visa } = dossier;
  return {
    id: dossier.id,
    number: dossier.number,
    title: dossier.title,
    status: dossier.status as DossierStatus,
    version: dossier.version,
    planRevision: dossier.planRevision,
    ...pinned(dossier),
    call: { ...call, kind: call.kind as "guichet" | "aap" },
    carrier: {
      id: carrier.id,
      name: carrier.name,
      siret: carrier.siret,
      kind: carrier.kind as CarrierKind,
    },
    coCarriers: dossier.coCarriers.map(({ organisation }) => organisation),
    filedAt: dossier.filedAt,
    expiresOn: earliestExpiry({
      firstNoticeAt: dossier.firstExpiryNoticeAt,
      secondNoticeAt: dossier.secondExpiryNoticeAt,
    }),
    project: { id: project.id, title: project.title },
    answers: Object.fromEntries(
      dossier.answers.map(({ field, value, revision }) => [
        field,
        { value: value as Json, revision },
      ]),
    ),
    lines: dossier.lines.map(typedLine),
    coFinancers: dossier.coFinancers.map(typedCoFinancer),
    files: dossier.files.filter(isFiled).map(({ size, status, ...file }) => ({
      ...filedFile({ ...file, size: Number(size) }),
      status: status as FileStatus,
    })),
    filesLeftOut: dossier.files.filter((file) => !isFiled(file)).length,
    accepted: dossier.commitments.map(({ key, agentId, at }) => ({ key, agentId, at })),
    team: dossier.members.map(({ agentId }) => agentId),
    visa: visa && {
      ...visa,
      requirement: visa.requirement as VisaRequirement,
      status: visa.status as VisaStatus,
    },
    prior: priorGrants(dossier),
  };
}

/** The awards of a dossier, once notified: until then its carrier does not know them. */
const AWARDED = {
  id: true,
  number: true,
  themeCode: true,
  decisions: {
    where: { outcome: "accepted", status: "confirmed", notifiedAt: { not: null } },
    select: { amount: true },
  },
} satisfies Prisma.DossierSelect;

/** What was granted to the other dossiers of the same project under the same theme (Livret l.747, l.801: project caps). */
function priorGrants(dossier: {
  id: string;
  themeCode: string;
  project: { dossiers: Prisma.DossierGetPayload<{ select: typeof AWARDED }>[] };
}): PriorGrant[] {
  return dossier.project.dossiers
    .filter(({ id, themeCode }) => id !== dossier.id && themeCode === dossier.themeCode)
    .flatMap(({ number, decisions }) =>
      decisions.flatMap(({ amount }) =>
        amount === null ? [] : [{ number, amount: centsFromBigInt(amount) }],
      ),
    );
}

export interface Evaluation {
  plan: ParsedPlan;
  /** The total of the plan, its wrong lines left out. */
  total: Cents;
  values: Readonly<Record<string, unknown>>;
  /** What the rules were asked: the browser asks them again as the plan changes. */
  input: SimulationInput;
  simulation: SimulationResult;
  financing: Financing;
  missing: readonly Missing[];
  /** Nothing stands before filing but what the carrier acknowledges. */
  ready: boolean;
}

/** The answers of a draft as typed, without their revisions. */
export function typedAnswers(state: DraftState): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(state.answers).map(([field, { value }]) => [field, value]),
  );
}

/** What the rules say of a draft at an instant, under its own versions, and all that stands before its filing. */
export function evaluate(state: DraftState, now: Date): Evaluation {
  const { form, theme, lines } = state;
  const answers = typedAnswers(state);
  const plan = parsePlan(lines);
  const total = planTotal(plan.expenses);
  const { values } = parseAnswers(form, answers, plan.errors.length === 0 ? total : null);
  const { kind } = state.carrier;
  const asked = simulationInput({
    form,
    values,
    expenses: plan.expenses,
    carrier: { kind },
    call: state.call.kind,
    filedAt: now,
    priorGrants: state.prior.map(({ amount }) => amount),
  });
  const input = {
    ...asked,
    answers: { ...asked.answers, ...visaAnswers(theme.code, kind, state.visa) },
  };
  const simulation = withoutEmptySize(simulate(theme, input, [state.call]));
  const found = missing({
    form,
    theme,
    answers,
    lines,
    coFinancers: state.coFinancers,
    carrier: kind,
    simulation,
    accepted: state.accepted.map(({ key }) => key),
  });
  const financing = financingOf(
    plan.expenses,
    simulation.amounts?.grant ?? ZERO,
    parseCoFinancers(state.coFinancers).coFinancers,
  );
  const ready = canFile(found);
  return { plan, total, values, input, simulation, financing, missing: found, ready };
}

const OF_THE_SIZE: readonly FindingCode[] = ["SIZE_OUT", "OTHER_CALL"];

/** A plan without any expense has no size yet: nothing to explain, no other call to go to. */
function withoutEmptySize(result: SimulationResult): SimulationResult {
  if (result.amounts?.total !== ZERO) return result;
  return { ...result, findings: result.findings.filter(({ code }) => !OF_THE_SIZE.includes(code)) };
}

/** Whether a filing made now would take a file. */
const isFiled = ({ status }: { status: string }) =>
  (FILED_STATUSES as readonly string[]).includes(status);

/** A file as its name, its size and its fingerprint say it. */
const filedFile = ({ id, field, name, size, sha256 }: FiledFile) => ({
  ...{ id, field, name, size, sha256 },
});

/** What the team wrote, whatever the clock says: the person who files has read exactly this. */
export function writtenContent(state: DraftState): JsonObject {
  return {
    answers: typedAnswers(state),
    plan: state.lines.map((line) => ({ ...line })),
    coFinancers: state.coFinancers.map((coFinancer) => ({ ...coFinancer })),
    commitments: state.accepted.map(({ key }) => key),
    // Alone, a carrier's dossier says what it did before co-carriers were.
    ...(state.coCarriers.length > 0 && {
      coCarriers: state.coCarriers.map((organisation) => ({ ...organisation })),
    }),
    // Without their analysis: its verdict changes nothing of what was read. A dossier without files says what it did.
    ...(state.files.length > 0 && { files: state.files.map(filedFile) }),
  };
}

/** The fingerprint of what the summary shows. */
export function contentFingerprint(state: DraftState): string {
  return fingerprint(writtenContent(state));
}
