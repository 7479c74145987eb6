import type { Day } from "@/domain/calendar";
import type { LinkNature } from "@/domain/rights/conflicts";
import { THEME_LIST } from "@/domain/themes/index";
import { acceptSeat } from "@/features/jurors/commands/answer-seat";
import { declareInterests } from "@/features/jurors/commands/declare-interests";
import { inviteJurors } from "@/features/jurors/commands/manage-jury";
import { database } from "@/server/database/client";
import type { Stage } from "./acts";
import { setPortalClock } from "./clock";
import { french } from "./french";

interface Link {
  nature: LinkNature;
  name: string;
  endedOn: Day | null;
  detail: string;
}

/** Each juror: what they know, how many dossiers they take, what they declare. */
const JURORS: readonly {
  key: string;
  skills: readonly string[];
  capacity: number;
  links: readonly Link[];
}[] = [
  {
    key: "jure-economie",
    skills: ["entreprises", "aides publiques", "marchés publics"],
    capacity: 12,
    links: [],
  },
  {
    key: "juree-justice",
    skills: ["démarches en ligne", "accessibilité", "accompagnement des usagers"],
    capacity: 12,
    links: [
      {
        nature: "former-post",
        name: "Pôle emploi",
        endedOn: "2016-08-31",
        detail: "Chargée de projet au service des demandeurs d’emploi.",
      },
    ],
  },
  {
    key: "jure-culture",
    skills: ["cartographie", "données ouvertes", "photographies"],
    capacity: 10,
    links: [
      {
        nature: "mandate",
        name: "Bibliothèque nationale de France",
        endedOn: null,
        detail: "Membre du comité d’orientation numérique.",
      },
    ],
  },
  {
    key: "juree-armees",
    skills: ["sécurité des systèmes d’information", "hébergement", "réseau"],
    capacity: 10,
    links: [],
  },
  {
    key: "jure-en-conflit",
    skills: ["risques naturels", "cartographie", "mesures de terrain"],
    capacity: 10,
    links: [],
  },
];

/** The jury of a theme where one member has not answered yet. */
const UNANSWERED = { theme: "SNAP1", juror: "juree-armees" } as const;

/**
 * Makes up the juries of the themes that score, in November 2020: invitations by their owner, answers, declarations of
 * interests.
 */
export async function seedJuries(actor: Stage["actor"]): Promise<void> {
  const owner = actor("porteuse-de-theme-dinum");
  const themes = THEME_LIST.filter(({ selection }) => selection.scored);
  await setPortalClock("2020-11-16T10:00:00+01:00");
  for (const { code } of themes) {
    await inviteJurors(owner, {
      theme: code,
      jurors: JURORS.map(({ key }) => actor(key).agentId),
    });
  }
  await setPortalClock("2020-11-23T14:30:00+01:00");
  for (const { key, skills, capacity, links } of JURORS) {
    const juror = actor(key);
    const seats = await database().juryMembership.findMany({
      where: { agentId: juror.agentId },
      orderBy: { themeCode: "asc" },
    });
    for (const { id, themeCode } of seats) {
      if (key === UNANSWERED.juror && themeCode === UNANSWERED.theme) continue;
      const typed = skills.map((skill) => french(skill));
      await acceptSeat(juror, { membership: id, skills: typed, capacity });
    }
    await declareInterests(juror, {
      links: links.map((link) => ({ ...link, detail: french(link.detail) })),
    });
  }
}
