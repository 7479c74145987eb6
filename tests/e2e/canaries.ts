import pg from "pg";
import { type Persona, personas } from "../../prisma/demonstration/personas";

/** A text of the database that only some may read: whoever is not among them must find it in no answer. */
export interface Canary {
  text: string;
  /** What it is, to name a leak. */
  is: Kind;
  /** Keys of the personas who may read it. */
  readers: ReadonlySet<string>;
}

type Kind =
  | "the justification of a score"
  | "a private note of a juror"
  | "an internal note"
  | "a message between a carrier and the instruction"
  | "the opinion of an expert"
  | "a deliberation"
  | "what a vote asks"
  | "why a sitting agreed on a score"
  | "a decision not notified"
  | "why a decision was returned";

interface Dossier {
  id: string;
  theme: string;
  status: string;
}

interface Part {
  dossier: string;
  agent: string;
  status: string;
  submitted: boolean;
}

interface Member {
  dossier: string;
  agent: string;
}

/** Before these, nobody reads the sheets of others. */
const SCORING_OPEN = ["filed", "complement-requested", "admissible", "under-review", "heard"];

/** Who has which part in each dossier, as the database says it and not as the portal's own conditions do. */
class People {
  readonly #personas: ReadonlyMap<string, Persona>;
  readonly #dossiers: ReadonlyMap<string, Dossier>;

  constructor(
    agents: readonly { id: string; email: string }[],
    dossiers: readonly Dossier[],
    readonly parts: readonly Part[],
    readonly members: readonly Member[],
  ) {
    // A sign-in too weak for a role opens none.
    const strong = personas.filter(({ acr }) => acr !== "eidas1");
    const byEmail = new Map(strong.map((persona) => [persona.claims.email, persona]));
    this.#personas = new Map(
      agents.flatMap(({ id, email }) => {
        const persona = byEmail.get(email);
        return persona ? [[id, persona] as const] : [];
      }),
    );
    this.#dossiers = new Map(dossiers.map((dossier) => [dossier.id, dossier]));
  }

  keys(agents: readonly string[]): string[] {
    return agents.flatMap((agent) => this.#personas.get(agent)?.key ?? []);
  }

  /** Those who hold one of the roles for the dossier's theme, without the part named. */
  holders(dossier: string, roles: readonly string[], without: (part: Part) => boolean): string[] {
    const theme = this.#dossiers.get(dossier)?.theme;
    const aside = [
      ...this.parts.filter((part) => part.dossier === dossier && without(part)),
      ...this.members.filter((member) => member.dossier === dossier),
    ].map(({ agent }) => agent);
    return [...this.#personas]
      .filter(([agent]) => !aside.includes(agent))
      .filter(([, { grants }]) =>
        grants.some((grant) => roles.includes(grant.role) && [null, theme].includes(grant.theme)),
      )
      .map(([, { key }]) => key);
  }

  /** Those who examine the dossier, and the auditors. */
  examiners = (dossier: string): string[] =>
    this.holders(
      dossier,
      ["theme-owner", "instructor", "secretary", "chair", "auditor"],
      ({ status }) => status === "recused",
    );

  exchanging = (dossier: string): string[] =>
    this.holders(dossier, ["theme-owner", "instructor", "secretary"], () => true);

  team = (dossier: string): string[] =>
    this.keys(this.members.filter((each) => each.dossier === dossier).map(({ agent }) => agent));

  jurors(dossier: string, which: (part: Part) => boolean = () => true): string[] {
    const own = this.parts.filter(
      (part) => part.dossier === dossier && part.status === "assigned" && which(part),
    );
    return this.keys(own.map(({ agent }) => agent));
  }

  isScoring = (dossier: string): boolean =>
    SCORING_OPEN.includes(this.#dossiers.get(dossier)?.status ?? "");
}

interface Row {
  text: string | null;
  dossier: string;
  /** Who wrote it, or whose it is. */
  agent: string;
  /** What the readers depend on: handed in, meant for the jury… */
  state: string;
}

const SOURCES: Readonly<Record<Kind, { sql: string; readers(row: Row, of: People): string[] }>> = {
  "the justification of a score": {
    sql: `SELECT justification AS text, dossier_id AS dossier, juror_id AS agent, assignment.status || CASE
        WHEN submitted_at IS NULL THEN '' ELSE ' submitted' END AS state
      FROM score JOIN score_sheet AS sheet ON sheet.id = score.sheet_id
      JOIN juror_assignment AS assignment ON assignment.id = sheet.assignment_id`,
    readers: ({ dossier, agent, state }, of) => [
      ...of.keys([agent]),
      ...(state.endsWith("submitted") && !of.isScoring(dossier)
        ? [...of.examiners(dossier), ...of.jurors(dossier, ({ submitted }) => submitted)]
        : []),
    ],
  },
  "a private note of a juror": {
    sql: `SELECT private_notes AS text, dossier_id AS dossier, juror_id AS agent, '' AS state
      FROM score_sheet AS sheet JOIN juror_assignment AS assignment ON assignment.id = sheet.assignment_id`,
    readers: ({ agent }, of) => of.keys([agent]),
  },
  "an internal note": {
    sql: "SELECT body AS text, dossier_id AS dossier, agent_id AS agent, '' AS state FROM internal_note",
    readers: ({ dossier }, of) => of.exchanging(dossier),
  },
  "a message between a carrier and the instruction": {
    sql: "SELECT body AS text, dossier_id AS dossier, agent_id AS agent, side AS state FROM dossier_message",
    readers: ({ dossier }, of) => [...of.exchanging(dossier), ...of.team(dossier)],
  },
  "the opinion of an expert": {
    sql: `SELECT text, dossier_id AS dossier, expert_id AS agent, status || ' ' || readers AS state FROM expert_opinion
      WHERE expert_id IS NOT NULL`,
    readers: ({ dossier, agent, state }, of) => [
      ...of.keys([agent]),
      ...(state.startsWith("given") ? of.examiners(dossier) : []),
      ...(state === "given jury" ? of.jurors(dossier) : []),
    ],
  },
  "a deliberation": {
    sql: `SELECT deliberation AS text, dossier_id AS dossier, session_id AS agent, '' AS state FROM session_item`,
    readers: ({ dossier }, of) => [...of.examiners(dossier), ...of.jurors(dossier)],
  },
  "what a vote asks": {
    sql: `SELECT question AS text, dossier_id AS dossier, opened_by_id AS agent, '' AS state FROM vote
      WHERE dossier_id IS NOT NULL`,
    readers: ({ dossier }, of) => [...of.examiners(dossier), ...of.jurors(dossier)],
  },
  "why a sitting agreed on a score": {
    sql: "SELECT reason AS text, dossier_id AS dossier, recorded_by_id AS agent, '' AS state FROM consensus_score",
    readers: ({ dossier }, of) => [...of.examiners(dossier), ...of.jurors(dossier)],
  },
  "a decision not notified": {
    sql: `SELECT text, dossier_id AS dossier, proposed_by_id AS agent, '' AS state
      FROM decision, unnest(ARRAY[motive, strengths, weaknesses]) AS text WHERE notified_at IS NULL`,
    readers: ({ dossier }, of) => of.examiners(dossier),
  },
  "why a decision was returned": {
    sql: `SELECT returned_reason AS text, dossier_id AS dossier, proposed_by_id AS agent, '' AS state FROM decision
      WHERE returned_reason IS NOT NULL`,
    readers: ({ dossier }, of) => of.examiners(dossier),
  },
};

/** Shorter, a text may stand elsewhere by chance. */
const SHORTEST = 20;
const LONGEST = 90;

/** The longest part of a text that HTML and JSON write as it is. */
function asWritten(text: string): string {
  const parts = text.split(/["'&<>\\\n\t]/).map((part) => part.trim());
  const longest = parts.reduce((one, other) => (other.length > one.length ? other : one), "");
  return longest.slice(0, LONGEST).trim();
}

/**
 * Every secret text that the portal's database holds, with its readers: those of all the rows that hold the same words.
 * Texts too short to be told apart are left out.
 */
export async function readCanaries(): Promise<Canary[]> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    const rows = async <Found extends object>(sql: string) => (await client.query<Found>(sql)).rows;
    const people = new People(
      await rows("SELECT id, email FROM agent"),
      await rows("SELECT id, theme_code AS theme, status FROM dossier"),
      await rows(`SELECT dossier_id AS dossier, juror_id AS agent, status, sheet.submitted_at IS NOT NULL AS submitted
        FROM juror_assignment AS assignment LEFT JOIN score_sheet AS sheet ON sheet.assignment_id = assignment.id`),
      await rows("SELECT dossier_id AS dossier, agent_id AS agent FROM dossier_member"),
    );
    const found = new Map<string, { is: Kind; readers: Set<string> }>();
    for (const [is, { sql, readers }] of Object.entries(SOURCES) as [
      Kind,
      (typeof SOURCES)[Kind],
    ][]) {
      for (const row of await rows<Row>(sql)) {
        const text = asWritten(row.text ?? "");
        if (text.length < SHORTEST) continue;
        const known = found.get(text) ?? { is, readers: new Set<string>() };
        for (const reader of readers(row, people)) known.readers.add(reader);
        found.set(text, known);
      }
    }
    return [...found].map(([text, { is, readers }]) => ({ text, is, readers }));
  } finally {
    await client.end();
  }
}

/** What an answer tells somebody who may not read it, and the kinds of secrets it tells a reader. */
export function canariesIn(canaries: readonly Canary[], text: string, person: string) {
  const told = canaries.filter((canary) => text.includes(canary.text));
  return {
    leaks: told
      .filter(({ readers }) => !readers.has(person))
      .map(({ is, text: words }) => `${is}: « ${words} »`),
    read: told.filter(({ readers }) => readers.has(person)).map(({ is }) => is),
  };
}
