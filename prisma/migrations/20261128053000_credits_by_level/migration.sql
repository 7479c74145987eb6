-- DropIndex
DROP INDEX "accounting_import_fingerprint_key";

-- AlterTable
ALTER TABLE "accounting_import" ADD COLUMN     "bop" TEXT NOT NULL;

-- CreateTable
CREATE TABLE "bop" (
    "owner" TEXT NOT NULL,
    "total" BIGINT NOT NULL,
    "delegated_ae" BIGINT NOT NULL DEFAULT 0,
    "delegated_cp" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "bop_pkey" PRIMARY KEY ("owner")
);

-- CreateTable
CREATE TABLE "accounting_extract" (
    "id" UUID NOT NULL,
    "bop" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "received_by_id" UUID NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),

    CONSTRAINT "accounting_extract_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "extract_line" (
    "extract_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "kind" TEXT,
    "unit_id" UUID,
    "dossier_id" UUID,
    "ae" BIGINT NOT NULL DEFAULT 0,
    "cp" BIGINT NOT NULL DEFAULT 0,
    "reference" TEXT NOT NULL DEFAULT '',
    "label" TEXT NOT NULL DEFAULT '',
    "on_day" DATE,

    CONSTRAINT "extract_line_pkey" PRIMARY KEY ("extract_id","position")
);

-- CreateIndex
CREATE INDEX "accounting_extract_received_at_idx" ON "accounting_extract"("received_at");

-- CreateIndex
CREATE INDEX "extract_line_extract_id_outcome_position_idx" ON "extract_line"("extract_id", "outcome", "position");

-- CreateIndex
CREATE INDEX "accounting_import_bop_at_idx" ON "accounting_import"("bop", "at");

-- CreateIndex
CREATE UNIQUE INDEX "accounting_import_fingerprint_bop_key" ON "accounting_import"("fingerprint", "bop");

-- CreateIndex
CREATE INDEX "accounting_line_import_id_outcome_position_idx" ON "accounting_line"("import_id", "outcome", "position");

-- AddForeignKey
ALTER TABLE "extract_line" ADD CONSTRAINT "extract_line_extract_id_fkey" FOREIGN KEY ("extract_id") REFERENCES "accounting_extract"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------------------------------------------------------------- what no command may break

ALTER TABLE role_grant DROP CONSTRAINT role_grant_role;
ALTER TABLE role_grant ADD CONSTRAINT role_grant_role CHECK (role IN ('administrator', 'theme-owner', 'instructor',
  'juror', 'chair', 'secretary', 'dnum', 'auditor', 'bop-manager', 'cosinum'));
ALTER TABLE role_grant DROP CONSTRAINT role_grant_scope;
ALTER TABLE role_grant ADD CONSTRAINT role_grant_scope CHECK (
  (role = 'dnum') = (ministry_id IS NOT NULL)
  AND (role NOT IN ('dnum', 'auditor', 'administrator', 'bop-manager', 'cosinum') OR theme_code IS NULL));

-- Published amounts of the two operational budgets (COSINUM l.74, l.90), in cents.
INSERT INTO bop (owner, total) VALUES ('DINUM', 29600000000), ('DITP', 8300000000);
ALTER TABLE bop ADD CONSTRAINT bop_owner CHECK (owner IN ('DINUM', 'DITP'));
ALTER TABLE bop ADD CONSTRAINT bop_adds_up CHECK (
  0 <= delegated_ae AND delegated_ae <= total AND 0 <= delegated_cp AND delegated_cp <= total);
ALTER TABLE operating_unit ADD CONSTRAINT operating_unit_of_bop FOREIGN KEY (bop) REFERENCES bop (owner);
ALTER TABLE accounting_import ADD CONSTRAINT accounting_import_of_bop FOREIGN KEY (bop) REFERENCES bop (owner);
ALTER TABLE accounting_extract ADD CONSTRAINT accounting_extract_of_bop FOREIGN KEY (bop) REFERENCES bop (owner);

-- A dossier never holds more payment credits than authorisations.
ALTER TABLE credit_account ADD CONSTRAINT credit_account_cp_within_ae CHECK (
  received_cp - returned_cp <= received_ae - returned_ae);
ALTER TABLE extract_line ADD CONSTRAINT extract_line_outcome CHECK (
  outcome IN ('taken', 'known', 'refused') AND (outcome <> 'refused' OR reason <> '')
  AND (outcome <> 'taken' OR kind IS NOT NULL AND unit_id IS NOT NULL AND dossier_id IS NOT NULL AND on_day IS NOT NULL));

-- What a BOP delegated is what its units received; each level is checked by its own row. A movement touches the rows it
-- is of, once per statement: an extract of thousands of lines checks each account once, not once a line.
CREATE FUNCTION check_bop_units(of_owner text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT row(delegated_ae, delegated_cp) FROM bop WHERE owner = of_owner) IS DISTINCT FROM (
       SELECT row(coalesce(sum(received_ae), 0)::bigint, coalesce(sum(received_cp), 0)::bigint)
       FROM operating_unit WHERE bop = of_owner) THEN
    RAISE EXCEPTION 'BOP % differs from what its units received', of_owner;
  END IF;
END $$;
CREATE FUNCTION check_credits_within_award(of_dossier uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  received bigint := (SELECT coalesce(sum(received_ae - returned_ae), 0) FROM credit_account WHERE dossier_id = of_dossier);
  held bigint := (
    SELECT coalesce(max(of_envelope.held), 0) FROM (
      SELECT sum(ledger_entry.amount) AS held FROM ledger_entry JOIN decision ON decision.id = ledger_entry.decision_id
      WHERE decision.dossier_id = of_dossier GROUP BY ledger_entry.envelope_id) AS of_envelope);
BEGIN
  IF received > held THEN
    RAISE EXCEPTION 'Dossier % holds % of credits for an award of %', of_dossier, received, held;
  END IF;
END $$;
CREATE OR REPLACE FUNCTION check_credit_movements() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'bop' THEN PERFORM check_bop_units(NEW.owner);
    WHEN 'operating_unit' THEN
      PERFORM check_unit_movements(NEW.id);
      PERFORM check_bop_units(NEW.bop);
    WHEN 'credit_account' THEN
      PERFORM check_account_movements(NEW.dossier_id, NEW.unit_id);
      PERFORM check_credits_within_award(NEW.dossier_id);
    WHEN 'ledger_entry' THEN
      PERFORM check_credits_within_award((SELECT dossier_id FROM decision WHERE id = NEW.decision_id));
  END CASE;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER bop_equals_units AFTER INSERT OR UPDATE ON bop
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_credit_movements();
CREATE CONSTRAINT TRIGGER release_leaves_credits AFTER INSERT ON ledger_entry
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.amount < 0) EXECUTE FUNCTION check_credit_movements();

DROP TRIGGER movements_equal_account ON credit_movement;
CREATE FUNCTION touch_moved_credits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE operating_unit SET label = label WHERE id IN (
    SELECT unit_id FROM added WHERE kind IN ('delegation', 'withdrawal', 'allocation', 'return'));
  UPDATE credit_account SET last_moved_on = last_moved_on WHERE (dossier_id, unit_id) IN (
    SELECT dossier_id, unit_id FROM added WHERE dossier_id IS NOT NULL);
  RETURN NULL;
END $$;
CREATE TRIGGER movements_are_checked AFTER INSERT ON credit_movement
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION touch_moved_credits();

-- Units, accounts and budgets never go: what they hold would go with them.
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON bop FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON operating_unit FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON credit_account FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
