-- The dossiers of a ministry are found by an index whatever the query asks: those told to its DNUM that are not among its
-- filed ones are few, and listed once for a statement, where a function asked row by row read the whole table.
CREATE FUNCTION told_in_sight() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER
RETURN ARRAY(
  SELECT visa.dossier_id FROM visa JOIN dossier ON dossier.id = visa.dossier_id
  WHERE visa.ministry_id = ANY (ministries_in_sight())
    AND CASE WHEN dossier.filed_at IS NULL THEN dossier.status = 'draft'
      ELSE dossier.ministry_id IS DISTINCT FROM visa.ministry_id END);

DO $$
DECLARE shown text := 'filed_at IS NOT NULL';
BEGIN
  -- A database may know of the drafts that their team shows, or not yet.
  IF EXISTS (SELECT FROM pg_attribute WHERE attrelid = 'dossier'::regclass AND attname = 'shown_to_dnum') THEN
    shown := shown || ' OR (status = ''draft'' AND shown_to_dnum)';
  END IF;
  EXECUTE format('ALTER POLICY ministry_sight ON dossier USING (
    (ministry_id = ANY ((SELECT ministries_in_sight())::uuid[]) AND (%s)) OR id = ANY ((SELECT told_in_sight())::uuid[]))', shown);
END $$;
