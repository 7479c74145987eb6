-- Declaring several dossiers admissible is an act of the work list too; it has no value of its own.
ALTER TABLE bulk_act DROP CONSTRAINT bulk_act_act;
ALTER TABLE bulk_act ADD CONSTRAINT bulk_act_act CHECK (act IN ('assign', 'add-label', 'remove-label', 'admit')
  AND (act IN ('assign', 'admit') OR value <> '') AND (act <> 'admit' OR value = ''));

-- ---------------------------------------------------------------- what waits for somebody

-- Nobody's dossiers are few once the work is shared out: they are found without reading the others.
CREATE INDEX dossier_unassigned ON dossier (theme_code, status, filed_at, id)
  WHERE assignee_id IS NULL AND filed_at IS NOT NULL;
CREATE INDEX complement_open ON complement_request (due_at) WHERE status = 'open';
CREATE INDEX appeal_open ON appeal (filed_at) WHERE decided_at IS NULL;
