import type { Likeness } from "@/domain/dossier/similarity";
import type { Actor } from "@/domain/rights/actor";
import { database, PLANNED_EACH_TIME } from "@/server/database/client";
import { Prisma } from "@/server/database/generated/client";
import { visibleDossiersSql } from "@/server/visibility-sql";

/** Words of a dossier that are looked for elsewhere: those of its title, then the most written of its summary. */
const MOST_TERMS = 24;
/** Words of this length or less say nothing by themselves: « pour », « avec ». */
const SHORT = 4;
/** What is elided before a word: « l’ », « d’ », « qu’ ». */
const ELIDED = "^(?:[cdjlmnst]|qu)[’']";
/** A word that more dossiers hold brings nothing together. */
const COMMON = 200;
/** Titles read for their likeness, and candidates whose likeness is judged. */
const MOST_TITLES = 200;
const MOST_CANDIDATES = 40;

interface Term {
  lexeme: string;
  word: string;
  inTitle: boolean;
}

interface Source {
  id: string;
  title: string;
  projectId: string;
  carrierId: string;
}

/** Another dossier, and what it has in common with the first one. */
export interface Candidate {
  id: string;
  likeness: Likeness;
}

/**
 * Filed dossiers whose title or words are near, whatever their theme, the nearest first; never of the same project nor
 * the same carrier, which are told apart, nor one the actor has a part in. In two statements whose cost is bounded: each
 * word is read from the index until it proves common, each title from its trigrams.
 */
export async function readCandidates(actor: Actor, source: Source): Promise<Candidate[]> {
  const terms = await readTerms(source.id);
  const rows = await database().$queryRaw<
    { id: string; likeness: number; lexemes: string[]; titleLexemes: string[] }[]
  >`${PLANNED_EACH_TIME}
    WITH hit AS MATERIALIZED (
      SELECT term.lexeme, term.in_title, found.dossier_id
      FROM unnest(${terms.map(({ lexeme }) => lexeme)}::text[], ${terms.map(({ inTitle }) => inTitle)}::boolean[])
        AS term(lexeme, in_title)
      CROSS JOIN LATERAL (
        SELECT dossier_id FROM dossier_text WHERE words @@ quote_literal(term.lexeme)::tsquery
        LIMIT ${COMMON + 1}) AS found),
    shared AS MATERIALIZED (
      SELECT dossier_id, array_agg(lexeme) AS lexemes, sum(CASE WHEN in_title THEN 2 ELSE 1 END) AS weight
      FROM hit WHERE lexeme IN (SELECT lexeme FROM hit GROUP BY lexeme HAVING count(*) <= ${COMMON})
      GROUP BY dossier_id ORDER BY weight DESC LIMIT ${MOST_TITLES}),
    near AS MATERIALIZED (
      SELECT d.id AS dossier_id, similarity(d.title, ${source.title})::float8 AS likeness FROM dossier d
      WHERE d.title % ${source.title} AND d.filed_at IS NOT NULL
      ORDER BY likeness DESC LIMIT ${MOST_TITLES})
    SELECT d.id, coalesce(near.likeness, 0) AS likeness, coalesce(shared.lexemes, '{}') AS lexemes,
      tsvector_to_array(to_tsvector('guichet_french', d.title)) AS "titleLexemes"
    FROM shared FULL JOIN near USING (dossier_id) CROSS JOIN LATERAL (
      SELECT * FROM dossier WHERE dossier.id = dossier_id LIMIT 1) AS d
    WHERE d.id <> ${source.id}::uuid AND d.project_id <> ${source.projectId}::uuid
      AND d.carrier_id <> ${source.carrierId}::uuid AND d.status <> 'withdrawn'
      AND ${visibleDossiersSql(actor, "neighbour")}
    ORDER BY coalesce(near.likeness, 0) * 10 + coalesce(shared.weight, 0) DESC, d.filed_at DESC
    LIMIT ${MOST_CANDIDATES}`;
  return rows.map(({ id, likeness, lexemes, titleLexemes }) => ({
    id,
    likeness: {
      title: likeness,
      words: terms
        .filter(({ lexeme }) => lexemes.includes(lexeme))
        .map(({ lexeme, word, inTitle }) => ({
          word,
          inTitle,
          inOtherTitle: titleLexemes.includes(lexeme),
        })),
    },
  }));
}

/** The words of a dossier as filed, by which it may be near another; short and empty words left out. */
function readTerms(dossierId: string): Promise<Term[]> {
  const words = (text: Prisma.Sql, inTitle: boolean) => Prisma.sql`
    SELECT regexp_replace(token, ${ELIDED}, '', 'i') AS word, ${inTitle}::boolean AS in_title,
      (tsvector_to_array(to_tsvector('guichet_french', token)))[1] AS lexeme
    FROM source, ts_parse('default', ${text})`;
  return database().$queryRaw<Term[]>`
    WITH source AS (
      SELECT dossier.title, coalesce((
        SELECT filing.content #>> '{answers,summary}' FROM filing
        WHERE filing.dossier_id = dossier.id ORDER BY filing.version DESC LIMIT 1), '') AS summary
      FROM dossier WHERE dossier.id = ${dossierId}::uuid),
    term AS (${words(Prisma.sql`source.title`, true)} UNION ALL ${words(Prisma.sql`source.summary`, false)})
    SELECT lexeme, (array_agg(word ORDER BY in_title DESC))[1] AS word, bool_or(in_title) AS "inTitle"
    FROM term WHERE length(word) > ${SHORT}
    GROUP BY lexeme HAVING lexeme IS NOT NULL
    ORDER BY bool_or(in_title) DESC, count(*) DESC, length(lexeme) DESC, lexeme LIMIT ${MOST_TERMS}`;
}
