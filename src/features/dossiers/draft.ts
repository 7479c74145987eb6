import type { Day } from "@/domain/calendar";
import { answersOfForm } from "@/domain/dossier/answers";
import type { Asked, AskedItem } from "@/domain/dossier/asked";
import type { TypedCoFinancer } from "@/domain/dossier/co-financing";
import { earliestExpiry } from "@/domain/dossier/deadlines";
import { type Editing, editingOf } from "@/domain/dossier/editing";
import { type Evaluation, evaluateDossier } from "@/domain/dossier/evaluation";
import { FILED_STATUSES, type FiledFile, type FileStatus } from "@/domain/dossier/files";
import type { TypedLine } from "@/domain/dossier/funding-plan";
import type { DossierStatus } from "@/domain/dossier/statuses";
import type { VisaRequirement, VisaState, VisaStatus } from "@/domain/dossier/visa";
import type { Json, JsonObject } from "@/domain/evidence/canonical";
import { type Cents, centsFromBigInt } from "@/domain/money";
import { pinned } from "@/domain/themes/pinned";
import type { CarrierKind, Theme, ThemeForm } from "@/domain/themes/types";
import { ASKED, askedOf } from "@/server/asked";
import { database, type Transaction } from "@/server/database/client";
import type { Prisma } from "@/server/database/generated/client";
import { ENTRY, enteredAt } from "@/server/entry";
import { fingerprint } from "@/server/fingerprint";
import { typedCoFinancer, typedLine } from "@/server/plan-rows";

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
  /** What its team may write of it now. */
  editing: Editing;
  /** What it has to answer besides, while the dossier is back in its hands; null otherwise. */
  asked: Asked | null;
  planRevision: number;
  /** Which time a jury meets it. */
  presentation: number;
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
  /** When it entered its call: its first filing, or the redirection that brought it there. Null before. */
  enteredAt: Date | null;
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
  /** The ministry whose DNUM may see the draft in its portfolio, when its team shows it. */
  ministryId: string | null;
  shownToDnum: boolean;
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

/** All that `draftState` needs of a dossier. */
export const CONTENT = {
  call: true,
  carrier: true,
  project: { include: { dossiers: { select: AWARDED } } },
  answers: true,
  lines: { orderBy: { position: "asc" } },
  coFinancers: { orderBy: { position: "asc" } },
  files: { where: { removedAt: null }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] },
  commitments: { orderBy: { key: "asc" } },
  members: { select: { agentId: true, access: true } },
  coCarriers: {
    select: { organisation: { select: { id: true, name: true, siret: true } } },
    orderBy: { organisation: { name: "asc" } },
  },
  visa: true,
  ...ENTRY,
  ...ASKED,
} satisfies Prisma.DossierInclude;

/** Reads the content of a dossier. Who may is settled by the caller, through `server/visibility`. */
export async function readDraft(
  dossierId: string,
  tx: Transaction = database(),
): Promise<DraftState> {
  const where = { id: dossierId };
  return draftState(await tx.dossier.findUniqueOrThrow({ where, include: CONTENT }));
}

/** The content of a dossier read with `CONTENT`. */
export function draftState(
  dossier: Prisma.DossierGetPayload<{ include: typeof CONTENT }>,
): DraftState {
  const { call, carrier, project, visa } = dossier;
  const status = dossier.status as DossierStatus;
  const rules = pinned(dossier);
  const asked = askedOf(dossier);
  return {
    id: dossier.id,
    number: dossier.number,
    title: dossier.title,
    status,
    version: dossier.version,
    editing: editingOf(
      {
        status,
        notified: dossier.notifiedAt !== null,
        targets: asked?.items.flatMap(({ target }) => target ?? []) ?? [],
      },
      rules.form,
    ),
    asked,
    planRevision: dossier.planRevision,
    presentation: dossier.presentation,
    ...rules,
    call: { ...call, kind: call.kind as "guichet" | "aap" },
    carrier: {
      id: carrier.id,
      name: carrier.name,
      siret: carrier.siret,
      kind: carrier.kind as CarrierKind,
    },
    coCarriers: dossier.coCarriers.map(({ organisation }) => organisation),
    filedAt: dossier.filedAt,
    enteredAt: enteredAt(dossier),
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
    ministryId: dossier.ministryId,
    shownToDnum: dossier.shownToDnum,
    prior: priorGrants(dossier),
  };
}

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

/** The answers to the dossier's own form as typed, without their revisions. */
export function typedAnswers({ form, answers }: DraftState): Record<string, Json> {
  const typed = Object.entries(answers).map(([field, { value }]) => [field, value] as const);
  return answersOfForm(form, Object.fromEntries(typed));
}

/** What the rules say of a dossier at an instant, under its own versions, and all that stands before its filing. */
export function evaluate(state: DraftState, now: Date): Evaluation {
  return evaluateDossier({
    ...state,
    answers: typedAnswers(state),
    priorGrants: state.prior.map(({ amount }) => amount),
    accepted: state.accepted.map(({ key }) => key),
    judgedAt: state.enteredAt ?? now,
  });
}

/** Whether a filing made now would take a file. */
const isFiled = ({ status }: { status: string }) =>
  (FILED_STATUSES as readonly string[]).includes(status);

/** A file as its name, its size and its fingerprint say it. */
const filedFile = ({ id, field, name, size, sha256 }: FiledFile) => ({
  ...{ id, field, name, size, sha256 },
});

/** An answer to a point asked, with the point: what was asked is kept with what was answered. */
const reply = ({ position, question, target, answer }: AskedItem) => ({
  ...{ position, question, target, answer },
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
    ...(state.asked && { replies: state.asked.items.map(reply) }),
    // Without their analysis: its verdict changes nothing of what was read. A dossier without files says what it did.
    ...(state.files.length > 0 && { files: state.files.map(filedFile) }),
  };
}

/** The fingerprint of what the summary shows. */
export function contentFingerprint(state: DraftState): string {
  return fingerprint(writtenContent(state));
}
