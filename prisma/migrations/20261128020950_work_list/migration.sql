-- AlterTable
ALTER TABLE "dossier" ADD COLUMN     "carrier_wrote_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "dossier_text" (
    "dossier_id" UUID NOT NULL,
    "theme_code" TEXT NOT NULL,
    "words" tsvector NOT NULL,

    CONSTRAINT "dossier_text_pkey" PRIMARY KEY ("dossier_id")
);

-- CreateTable
CREATE TABLE "bulk_act" (
    "id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),

    CONSTRAINT "bulk_act_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulk_act_line" (
    "act_id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL DEFAULT 'pending',
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "bulk_act_line_pkey" PRIMARY KEY ("act_id","dossier_id")
);

-- CreateIndex
CREATE INDEX "dossier_text_words_idx" ON "dossier_text" USING GIN ("words");

-- CreateIndex
CREATE INDEX "bulk_act_agent_id_idx" ON "bulk_act"("agent_id");

-- CreateIndex
CREATE INDEX "bulk_act_line_dossier_id_idx" ON "bulk_act_line"("dossier_id");

-- CreateIndex
CREATE INDEX "dossier_theme_code_requested_grant_id_idx" ON "dossier"("theme_code", "requested_grant" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "dossier_round_id_idx" ON "dossier"("round_id");

-- AddForeignKey
ALTER TABLE "dossier_text" ADD CONSTRAINT "dossier_text_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_act" ADD CONSTRAINT "bulk_act_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_act_line" ADD CONSTRAINT "bulk_act_line_act_id_fkey" FOREIGN KEY ("act_id") REFERENCES "bulk_act"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_act_line" ADD CONSTRAINT "bulk_act_line_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------- closed lists and bounds

ALTER TABLE saved_view ADD CONSTRAINT saved_view_name CHECK (name <> '');
ALTER TABLE bulk_act ADD CONSTRAINT bulk_act_act CHECK (act IN ('assign', 'add-label', 'remove-label')
  AND (act = 'assign' OR value <> ''));
ALTER TABLE bulk_act_line ADD CONSTRAINT bulk_act_line_outcome CHECK (outcome IN ('pending', 'done', 'refused')
  AND (outcome = 'refused') = (reason <> ''));

-- ---------------------------------------------------------------- what waits for somebody

CREATE INDEX dossier_carrier_waits ON dossier (theme_code, carrier_wrote_at) WHERE carrier_wrote_at IS NOT NULL;
CREATE INDEX decision_to_confirm ON decision (proposed_at) WHERE status = 'proposed';
CREATE INDEX decision_to_notify ON decision (confirmed_at) WHERE status = 'confirmed' AND notified_at IS NULL;

CREATE FUNCTION end_of_paris_day(day date) RETURNS timestamptz LANGUAGE sql STABLE
  RETURN ((day + 1)::timestamp AT TIME ZONE 'Europe/Paris') - interval '1 millisecond';

CREATE INDEX dossier_label_word ON dossier_label (lower(name));

-- Until when something is awaited on a dossier: the answer of the carrier, then the jury it goes to.
CREATE VIEW dossier_deadline AS
  SELECT request.dossier_id, request.due_at, 'complement' AS kind
  FROM complement_request AS request JOIN dossier ON dossier.id = request.dossier_id
  WHERE request.status = 'open' AND dossier.status = 'complement-requested'
UNION ALL
  SELECT item.dossier_id, coalesce(session.starts_at, end_of_paris_day(session.held_on)), 'session'
  FROM session_item AS item JOIN jury_session AS session ON session.id = item.session_id
  JOIN dossier ON dossier.id = item.dossier_id
  WHERE session.scoring_closed_at IS NULL AND session.ended_at IS NULL
    AND dossier.status IN ('admissible', 'under-review', 'heard')
UNION ALL
  SELECT dossier.id, end_of_paris_day(round.jury_on), 'round'
  FROM dossier JOIN round ON round.id = dossier.round_id
  WHERE dossier.status IN ('filed', 'admissible', 'under-review', 'heard');

-- ---------------------------------------------------------------- search in French

CREATE EXTENSION IF NOT EXISTS unaccent;

-- Accents fall before the stem is taken: « Développer », « developpement » and « développé » are one word.
CREATE TEXT SEARCH CONFIGURATION guichet_french (COPY = french);
ALTER TEXT SEARCH CONFIGURATION guichet_french ALTER MAPPING FOR hword, hword_part, word WITH unaccent, french_stem;

-- Reads stay short whatever was just written.
ALTER INDEX dossier_text_words_idx SET (fastupdate = off);

-- The summary is the last one filed: what the carrier is writing again is not found before it files it.
CREATE FUNCTION write_dossier_text(dossiers uuid[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO dossier_text (dossier_id, theme_code, words)
  SELECT dossier.id, dossier.theme_code,
    setweight(to_tsvector('guichet_french', dossier.title), 'A')
    || setweight(to_tsvector('guichet_french', coalesce(filed.summary, '')), 'B')
    || setweight(to_tsvector('guichet_french', carrier.name), 'C')
    || array_to_tsvector(ARRAY[dossier.number, ltrim(split_part(dossier.number, '-', 2), '0')])
  FROM dossier JOIN organisation AS carrier ON carrier.id = dossier.carrier_id
  LEFT JOIN LATERAL (
    SELECT filing.content #>> '{answers,summary}' AS summary FROM filing
    WHERE filing.dossier_id = dossier.id ORDER BY filing.version DESC LIMIT 1) AS filed ON true
  WHERE dossier.id = ANY(dossiers) AND dossier.filed_at IS NOT NULL
  ON CONFLICT (dossier_id) DO UPDATE SET theme_code = excluded.theme_code, words = excluded.words
$$;

CREATE FUNCTION follow_filing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM write_dossier_text(ARRAY[NEW.dossier_id]);
  RETURN NULL;
END $$;
CREATE TRIGGER dossier_text_follows_filing AFTER INSERT ON filing
  FOR EACH ROW EXECUTE FUNCTION follow_filing();

CREATE FUNCTION follow_dossier() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM write_dossier_text(ARRAY[NEW.id]);
  RETURN NULL;
END $$;
CREATE TRIGGER dossier_text_begins AFTER INSERT ON dossier
  FOR EACH ROW WHEN (NEW.filed_at IS NOT NULL) EXECUTE FUNCTION follow_dossier();
CREATE TRIGGER dossier_text_follows_dossier AFTER UPDATE OF title, carrier_id, theme_code ON dossier
  FOR EACH ROW WHEN (NEW.filed_at IS NOT NULL
    AND (OLD.title, OLD.carrier_id, OLD.theme_code) IS DISTINCT FROM (NEW.title, NEW.carrier_id, NEW.theme_code))
  EXECUTE FUNCTION follow_dossier();

CREATE FUNCTION follow_organisation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM write_dossier_text(ARRAY(SELECT id FROM dossier WHERE carrier_id = NEW.id));
  RETURN NULL;
END $$;
CREATE TRIGGER dossier_text_follows_organisation AFTER UPDATE OF name ON organisation
  FOR EACH ROW WHEN (OLD.name IS DISTINCT FROM NEW.name) EXECUTE FUNCTION follow_organisation();

SELECT write_dossier_text(ARRAY(SELECT id FROM dossier WHERE filed_at IS NOT NULL));
