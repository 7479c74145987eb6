import { z } from "zod";
import type { Day } from "@/domain/calendar";
import { notFound } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import type { MembershipStatus } from "@/domain/rights/jury";
import { may } from "@/domain/rights/permissions";
import { THEME_LIST, themeBySlug } from "@/domain/themes/index";
import type { Theme } from "@/domain/themes/types";
import { database } from "@/server/database/client";
import { type PoolMember, readPool } from "@/server/jury-pool";

/** A member of a theme's jury, as those who make it up read them: never what they declared. */
export interface JuryMember {
  id: string;
  name: string;
  organisation: string | null;
  status: MembershipStatus;
  skills: readonly string[];
  capacity: number | null;
  /** Dossiers they hold whose scoring is open, in any theme. */
  load: number;
  /** Dossiers of the theme ever entrusted to them. */
  entrusted: number;
  declaredOn: Day | null;
  /** Why no dossier can be entrusted to them; null when one can. */
  hindrance: string | null;
}

/** Somebody with the role of juror who is not of the jury. */
export interface Invitable {
  agentId: string;
  name: string;
  organisation: string | null;
  /** What became of a former invitation or mandate. */
  former: MembershipStatus | null;
}

export interface Jury {
  theme: Theme;
  mayManage: boolean;
  members: readonly JuryMember[];
  invitable: readonly Invitable[];
}

const STANDING: readonly (MembershipStatus | null)[] = ["invited", "accepted"];

/** The jury of a theme that scores, for whoever entrusts its dossiers. Throws `not-found` for everybody else. */
export async function readJury(actor: Actor, slug: string): Promise<Jury> {
  const theme = themeBySlug(slug);
  if (!theme?.selection.scored || !may(actor, "assign-jurors", theme.code)) throw notFound();
  const pool = await readPool(database(), actor, theme.code);
  return {
    theme,
    mayManage: may(actor, "manage-jury", theme.code),
    members: pool.flatMap((each) => asMember(each) ?? []),
    invitable: pool
      .filter(({ hasRole, status }) => hasRole && !STANDING.includes(status))
      .map(({ agentId, name, organisation, status }) => ({
        agentId,
        name,
        organisation,
        former: status,
      })),
  };
}

function asMember({ membershipId, status, judge, ...member }: PoolMember): JuryMember | null {
  if (membershipId === null || status === null) return null;
  const { name, organisation, skills, capacity, load, entrusted, hindrance } = member;
  return {
    id: membershipId,
    name,
    organisation,
    status,
    skills,
    capacity,
    load,
    entrusted,
    declaredOn: judge.declaredOn,
    hindrance,
  };
}

/** One member, for whoever makes up the jury. Throws `not-found` for everybody else. */
export async function readJuryMember(
  actor: Actor,
  slug: string,
  id: string,
): Promise<{ theme: Theme; member: JuryMember }> {
  if (!z.uuid().safeParse(id).success) throw notFound();
  const { theme, mayManage, members } = await readJury(actor, slug);
  const member = members.find((each) => each.id === id);
  if (!mayManage || !member) throw notFound();
  return { theme, member };
}

export interface JuryLine {
  theme: Theme;
  members: number;
  invited: number;
}

/** The juries the actor may read, in the order of the themes. Throws `not-found` when there is none. */
export async function readJuries(actor: Actor): Promise<readonly JuryLine[]> {
  const themes = THEME_LIST.filter(
    ({ code, selection }) => selection.scored && may(actor, "assign-jurors", code),
  );
  if (themes.length === 0) throw notFound();
  const counts = await database().juryMembership.groupBy({
    by: ["themeCode", "status"],
    where: { themeCode: { in: themes.map(({ code }) => code) } },
    _count: true,
  });
  const count = (theme: string, status: MembershipStatus) =>
    counts.find((each) => each.themeCode === theme && each.status === status)?._count ?? 0;
  return themes.map((theme) => ({
    theme,
    members: count(theme.code, "accepted"),
    invited: count(theme.code, "invited"),
  }));
}
