-- What a ministry may read, by the database itself: its room's transactions run as `guichet_ministry`, which owns no
-- table, so that a filter forgotten in the code shows nothing of another ministry
-- (docs/decisions/2026-11-28-ministry-isolation.md).

-- The role belongs to the server and is shared by its databases: another may be creating it at this very instant.
DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'guichet_ministry') THEN
    CREATE ROLE guichet_ministry NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
DO $$
BEGIN
  IF NOT pg_has_role(CURRENT_USER, 'guichet_ministry', 'SET') THEN
    GRANT guichet_ministry TO CURRENT_USER;
  END IF;
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO guichet_ministry', current_schema());
END $$;

-- The ministries of the transaction. Nothing said: null, which no row meets.
CREATE FUNCTION ministries_in_sight() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
RETURN string_to_array(nullif(current_setting('app.ministries', true), ''), ',')::uuid[];

-- Read as the owner: the policy of a dossier may not ask a table whose own policy asks the dossier.
CREATE FUNCTION visa_in_sight(dossier uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER
RETURN EXISTS (
  SELECT 1 FROM visa WHERE visa.dossier_id = visa_in_sight.dossier AND visa.ministry_id = ANY (ministries_in_sight()));

CREATE FUNCTION dnum_in_sight(office uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER
RETURN EXISTS (
  SELECT 1 FROM organisation WHERE organisation.dnum_id = dnum_in_sight.office
    AND organisation.id = ANY (ministries_in_sight()));

-- Dossiers: filed, of the ministry's; or told to its DNUM, filed or still being written. Withdrawn before it was filed, a
-- dossier is its team's again. Not granted: who instructs it, its place in reserve, what waits for an answer.
GRANT SELECT (id, number, project_id, call_id, round_id, theme_code, theme_version, form_version, title, status,
  carrier_id, presentation, ministry_id, requested_grant, total, base, computed_grant, verdict, set_aside_motive, filed_at,
  notified_at, created_at, updated_at) ON dossier TO guichet_ministry;
ALTER TABLE dossier ENABLE ROW LEVEL SECURITY;
CREATE POLICY ministry_sight ON dossier FOR SELECT TO guichet_ministry USING (
  (filed_at IS NOT NULL AND ministry_id = ANY ((SELECT ministries_in_sight())::uuid[]))
  OR ((filed_at IS NOT NULL OR status = 'draft') AND visa_in_sight(id)));

-- The visas asked of the ministry, which its DNUM answers.
GRANT SELECT, UPDATE (status, reason, given_by_id, given_at) ON visa TO guichet_ministry;
ALTER TABLE visa ENABLE ROW LEVEL SECURITY;
CREATE POLICY ministry_sight ON visa FOR SELECT TO guichet_ministry USING (
  ministry_id = ANY ((SELECT ministries_in_sight())::uuid[])
  AND EXISTS (SELECT 1 FROM dossier WHERE dossier.id = visa.dossier_id));
CREATE POLICY ministry_answers ON visa FOR UPDATE TO guichet_ministry
  USING (ministry_id = ANY ((SELECT ministries_in_sight())::uuid[]))
  WITH CHECK (ministry_id = ANY ((SELECT ministries_in_sight())::uuid[]));

-- What is said of a filed dossier and of its project. Of a draft told to the DNUM, none of it is read.
GRANT SELECT (id, dossier_id, version, content, fingerprint, agent_id, filed_at) ON filing TO guichet_ministry;
GRANT SELECT ON dossier_member, co_carrier, expense_line, co_financer, file, execution, baseline, execution_phase,
  phase_crossing, obligation, change_request, gain, credit_account TO guichet_ministry;
DO $$
DECLARE child text;
BEGIN
  FOREACH child IN ARRAY ARRAY['filing', 'dossier_member', 'co_carrier', 'expense_line', 'co_financer', 'file',
    'execution', 'baseline', 'execution_phase', 'phase_crossing', 'obligation', 'change_request', 'gain', 'credit_account']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', child);
    EXECUTE format('CREATE POLICY ministry_sight ON %1$I FOR SELECT TO guichet_ministry USING (
      EXISTS (SELECT 1 FROM dossier WHERE dossier.id = %1$I.dossier_id AND dossier.filed_at IS NOT NULL))', child);
  END LOOP;
END $$;

-- A decision, once it is told to its carrier: not who proposed it, not what was sent back.
GRANT SELECT (id, dossier_id, presentation, outcome, status, amount, computed_grant, motive_code, motive, strengths,
  weaknesses, confirmed_at, notified_at, letter_seal) ON decision TO guichet_ministry;
ALTER TABLE decision ENABLE ROW LEVEL SECURITY;
CREATE POLICY ministry_sight ON decision FOR SELECT TO guichet_ministry USING (
  status = 'confirmed' AND notified_at IS NOT NULL
  AND EXISTS (SELECT 1 FROM dossier WHERE dossier.id = decision.dossier_id));

-- What the award of a decision still holds.
GRANT SELECT (id, envelope_id, decision_id, kind, amount, at) ON ledger_entry TO guichet_ministry;
ALTER TABLE ledger_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY ministry_sight ON ledger_entry FOR SELECT TO guichet_ministry USING (
  EXISTS (SELECT 1 FROM decision WHERE decision.id = ledger_entry.decision_id));

-- When a redirected dossier entered its call; not what the two themes said to each other.
GRANT SELECT (id, dossier_id, status, proposed_at) ON redirection TO guichet_ministry;
ALTER TABLE redirection ENABLE ROW LEVEL SECURITY;
CREATE POLICY ministry_sight ON redirection FOR SELECT TO guichet_ministry USING (
  status IN ('accepted', 'confirmed') AND EXISTS (SELECT 1 FROM dossier WHERE dossier.id = redirection.dossier_id));

-- A report, once it is handed in, and what it was before its corrections.
GRANT SELECT ON progress_report, report_correction TO guichet_ministry;
ALTER TABLE progress_report ENABLE ROW LEVEL SECURITY;
CREATE POLICY ministry_sight ON progress_report FOR SELECT TO guichet_ministry USING (
  status <> 'draft' AND EXISTS (SELECT 1 FROM dossier WHERE dossier.id = progress_report.dossier_id));
ALTER TABLE report_correction ENABLE ROW LEVEL SECURITY;
CREATE POLICY ministry_sight ON report_correction FOR SELECT TO guichet_ministry USING (
  EXISTS (SELECT 1 FROM progress_report WHERE progress_report.id = report_correction.report_id));

-- The units of the ministry, and what moves in them.
GRANT SELECT ON operating_unit, credit_movement, credit_proposal TO guichet_ministry;
ALTER TABLE operating_unit ENABLE ROW LEVEL SECURITY;
CREATE POLICY ministry_sight ON operating_unit FOR SELECT TO guichet_ministry USING (
  ministry_id = ANY ((SELECT ministries_in_sight())::uuid[]));
ALTER TABLE credit_movement ENABLE ROW LEVEL SECURITY;
CREATE POLICY ministry_sight ON credit_movement FOR SELECT TO guichet_ministry USING (
  CASE WHEN dossier_id IS NULL THEN EXISTS (SELECT 1 FROM operating_unit WHERE operating_unit.id = credit_movement.unit_id)
  ELSE EXISTS (SELECT 1 FROM dossier WHERE dossier.id = credit_movement.dossier_id) END);
ALTER TABLE credit_proposal ENABLE ROW LEVEL SECURITY;
CREATE POLICY ministry_sight ON credit_proposal FOR SELECT TO guichet_ministry USING (
  CASE WHEN dossier_id IS NULL THEN EXISTS (SELECT 1 FROM operating_unit WHERE operating_unit.id = credit_proposal.unit_id)
  ELSE EXISTS (SELECT 1 FROM dossier WHERE dossier.id = credit_proposal.dossier_id) END);

-- Organisations: the ministry, its DNUM, what belongs to it or that it supervises, and those of its dossiers.
GRANT SELECT, UPDATE (visa_days) ON organisation TO guichet_ministry;
ALTER TABLE organisation ENABLE ROW LEVEL SECURITY;
CREATE POLICY ministry_sight ON organisation FOR SELECT TO guichet_ministry USING (
  id = ANY ((SELECT ministries_in_sight())::uuid[])
  OR ministry_id = ANY ((SELECT ministries_in_sight())::uuid[])
  OR EXISTS (SELECT 1 FROM dossier WHERE dossier.carrier_id = organisation.id)
  OR EXISTS (SELECT 1 FROM co_carrier WHERE co_carrier.organisation_id = organisation.id)
  OR dnum_in_sight(id));
CREATE POLICY ministry_sets ON organisation FOR UPDATE TO guichet_ministry
  USING (id = ANY ((SELECT ministries_in_sight())::uuid[]))
  WITH CHECK (id = ANY ((SELECT ministries_in_sight())::uuid[]));

-- People: of these organisations, of the teams of its dossiers, who asked for or gave its visas. Neither their telephone
-- nor what their identity provider says of them.
GRANT SELECT (id, given_name, usual_name, email, organisation_id, closed_at) ON agent TO guichet_ministry;
ALTER TABLE agent ENABLE ROW LEVEL SECURITY;
CREATE POLICY ministry_sight ON agent FOR SELECT TO guichet_ministry USING (
  EXISTS (SELECT 1 FROM organisation WHERE organisation.id = agent.organisation_id)
  OR EXISTS (SELECT 1 FROM dossier_member WHERE dossier_member.agent_id = agent.id)
  OR id IN (SELECT requested_by_id FROM visa) OR id IN (SELECT given_by_id FROM visa));

-- What everybody reads: the calls, their rounds, and the portal's clock.
GRANT SELECT ON call, round TO guichet_ministry;
GRANT SELECT (key, value) ON setting TO guichet_ministry;
ALTER TABLE call ENABLE ROW LEVEL SECURITY;
CREATE POLICY ministry_sight ON call FOR SELECT TO guichet_ministry USING (true);
ALTER TABLE round ENABLE ROW LEVEL SECURITY;
CREATE POLICY ministry_sight ON round FOR SELECT TO guichet_ministry USING (true);
ALTER TABLE setting ENABLE ROW LEVEL SECURITY;
CREATE POLICY ministry_sight ON setting FOR SELECT TO guichet_ministry USING (key = 'clock-offset-ms');

-- What the policies look for.
CREATE INDEX "organisation_dnum_id_idx" ON "organisation"("dnum_id");
CREATE INDEX "co_carrier_organisation_id_idx" ON "co_carrier"("organisation_id");
