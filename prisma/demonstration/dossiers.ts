import type { Actor, OrganisationKind, Role } from "@/domain/rights/actor";
import type { FundOwner, ThemeCode } from "@/domain/themes/types";
import { database } from "@/server/database/client";
import { type Act, created, type Stage, type Story } from "./acts";
import { setPortalClock } from "./clock";
import { seedCredits } from "./credits";
import { executionStories } from "./execution";
import { followUpStories } from "./follow-up";
import { itnStories } from "./itn-stories";
import { itn3Stories } from "./itn3-stories";
import { itn6Stories } from "./itn6-stories";
import { followedItn8 } from "./itn8-followed";
import { itn8Stories } from "./itn8-stories";
import { seedJuries } from "./juries";
import { redirectionStories } from "./redirection-stories";
import { returnStories } from "./return-stories";
import { snapStories } from "./snap-stories";
import { snap1Stories } from "./snap1-stories";
import { followedThemes } from "./themes-followed";

const STORIES: readonly Story[] = [
  ...itn3Stories,
  ...itn6Stories,
  ...snapStories,
  ...snap1Stories,
  ...itnStories,
  ...itn8Stories,
  ...returnStories,
  ...redirectionStories,
  ...executionStories,
  ...followUpStories,
  ...followedThemes,
  ...followedItn8,
];

/**
 * Writes the demonstration's dossiers with the portal's own commands, each act at its date: the clock goes from December
 * 2020 to the morning of 20 January 2021 and never back, so that every audit chain is in order. Mails are kept as sent:
 * those of the past left in the past.
 */
export async function seedDossiers(agents: ReadonlyMap<string, string>): Promise<void> {
  const actors = await readActors(agents);
  const actor = (key: string) => {
    const found = actors.get(key);
    if (!found) throw new Error(`No demonstration person is called ${key}`);
    return found;
  };
  await seedJuries(actor);
  for (const { act, stage } of inOrder(actor)) {
    await setPortalClock(`${act.at.replace(" ", "T")}:00+01:00`);
    try {
      await act.perform(stage);
    } catch (cause) {
      throw new Error(`Not possible at ${act.at}: ${stage.story.key}`, { cause });
    }
  }
  await seedCredits(actor);
  // Projects of a rank of their own went past the counter: the next dossiers come after them.
  await database().$queryRaw`
    SELECT setval('dossier_number_seq', (SELECT max(right(number, 6)::int) FROM dossier))`;
  await database().$executeRaw`UPDATE notification SET sent_at = created_at WHERE sent_at IS NULL`;
  // People have read what is more than a few days old.
  await database().$executeRaw`
    UPDATE notification SET read_at = created_at + interval '2 hours' WHERE created_at < '2021-01-11'`;
}

/** Every act of every dossier, by date; two at the same minute would make the clock go back. */
function inOrder(actor: Stage["actor"]): { act: Act; stage: Stage }[] {
  const acts = STORIES.flatMap((story) =>
    [created(story), ...story.acts].map((act) => ({ act, stage: { story, actor } })),
  ).sort((one, other) => one.act.at.localeCompare(other.act.at));
  acts.forEach(({ act, stage }, index) => {
    if (act.at === acts[index - 1]?.act.at) {
      throw new Error(`Two acts at ${act.at}: move the one of ${stage.story.key}`);
    }
  });
  return acts;
}

/** The people as the portal reads them at each request: their organisation and their roles. */
async function readActors(agents: ReadonlyMap<string, string>): Promise<Map<string, Actor>> {
  const rows = await database().agent.findMany({ include: { organisation: true, grants: true } });
  const actors = new Map<string, Actor>();
  for (const [key, id] of agents) {
    const agent = rows.find((row) => row.id === id);
    if (!agent) continue;
    const { organisation, grants } = agent;
    actors.set(key, {
      agentId: agent.id,
      givenName: agent.givenName,
      usualName: agent.usualName,
      email: agent.email,
      organisation: organisation && {
        id: organisation.id,
        kind: organisation.kind as OrganisationKind,
        name: organisation.name,
        ministryId: organisation.ministryId,
        fundOwner: organisation.fundOwner as FundOwner | null,
      },
      grants: grants.map(({ role, themeCode, ministryId }) => ({
        role: role as Role,
        theme: themeCode as ThemeCode | null,
        ministryId,
      })),
    });
  }
  return actors;
}
