import { dossierNumber } from "@/domain/dossier/number";
import { type DossierStatus, statusForCarrier } from "@/domain/dossier/statuses";
import {
  type VisaFacts,
  type VisaRequirement,
  type VisaStatus,
  visaStatusAt,
} from "@/domain/dossier/visa";
import { notFound } from "@/domain/errors";
import { type Actor, fullName } from "@/domain/rights/actor";
import { THEMES } from "@/domain/themes/index";
import type { Theme, ThemeCode } from "@/domain/themes/types";
import { portalNow } from "@/server/clock";
import type { Prisma } from "@/server/database/generated/client";
import { asMinistry } from "@/server/database/ministry-sight";
import { readFiledDossier } from "@/server/filed-dossier";
import { visibleVisas } from "@/server/visibility";
import { visaStateOf } from "../ministry";

/** A visa as the DNUM opens it: what was asked, what it may read of the dossier, what it answered. */
export interface MinistryVisa {
  dossierId: string;
  number: string;
  title: string;
  theme: Theme;
  carrier: string;
  ministry: string;
  callLabel: string;
  /** As shown to the ministry. */
  dossierStatus: DossierStatus;
  /** The facts as filed; null for a draft, whose summary is read from it. */
  filed: VisaFacts | null;
  requirement: VisaRequirement;
  status: VisaStatus;
  message: string;
  askedBy: { name: string; email: string };
  askedAt: Date;
  tacitAt: Date | null;
  reason: string | null;
  givenBy: string | null;
  givenAt: Date | null;
  /** An answer is awaited and still counts. */
  mayAnswer: boolean;
  now: Date;
}

/** The state of the visa of a dossier, for a page of its ministry; null where none was asked of it. */
export async function readVisaStatus(actor: Actor, number: string): Promise<VisaStatus | null> {
  const [visa, now] = await asMinistry(actor, (tx) =>
    Promise.all([
      tx.visa.findFirst({ where: { AND: [{ dossier: { number } }, visibleVisas(actor)] } }),
      portalNow(tx),
    ]),
  );
  return visa && visaStatusAt(visaStateOf(visa), now);
}

const VISA = {
  ministry: { select: { name: true } },
  dossier: {
    select: {
      id: true,
      title: true,
      themeCode: true,
      status: true,
      notifiedAt: true,
      carrier: { select: { name: true } },
      call: { select: { label: true } },
    },
  },
} satisfies Prisma.VisaInclude;

/** A visa asked of a ministry the agent serves. Throws `not-found` out of sight: other ministries, other drafts. */
export async function readMinistryVisa(actor: Actor, number: string): Promise<MinistryVisa> {
  if (!dossierNumber.safeParse(number).success) throw notFound();
  const { row, now, people, filed } = await asMinistry(actor, async (tx) => {
    const found = await tx.visa.findFirst({
      where: { AND: [{ dossier: { number } }, visibleVisas(actor)] },
      include: VISA,
    });
    if (!found) throw notFound();
    const [instant, named, content] = await Promise.all([
      portalNow(tx),
      tx.agent.findMany({
        where: { id: { in: [found.requestedById, found.givenById].filter((id) => id !== null) } },
        select: { id: true, givenName: true, usualName: true, email: true },
      }),
      readFiledDossier(found.dossier.id, tx),
    ]);
    return { row: found, now: instant, people: named, filed: content };
  });
  const { dossier } = row;
  const person = (id: string | null) => people.find((each) => each.id === id);
  const [asker, giver] = [person(row.requestedById), person(row.givenById)];
  const status = visaStatusAt(visaStateOf(row), now);
  return {
    dossierId: dossier.id,
    number,
    title: dossier.title,
    theme: THEMES[dossier.themeCode as ThemeCode],
    carrier: dossier.carrier.name,
    ministry: row.ministry.name,
    callLabel: dossier.call.label,
    dossierStatus: statusForCarrier(dossier.status as DossierStatus, dossier.notifiedAt !== null),
    filed: filed && {
      title: dossier.title,
      summary: String(filed.answers.summary ?? ""),
      ...filed.amounts,
    },
    requirement: visaStateOf(row).requirement,
    status,
    message: row.message,
    askedBy: {
      name: asker ? fullName(asker) : "Une personne dont le compte n’existe plus",
      email: asker?.email ?? "",
    },
    askedAt: row.requestedAt,
    tacitAt: row.tacitAt,
    reason: row.reason,
    givenBy: giver ? fullName(giver) : null,
    givenAt: status === "recorded" ? row.tacitAt : row.givenAt,
    mayAnswer: status === "awaited" && dossier.status !== "withdrawn",
    now,
  };
}
