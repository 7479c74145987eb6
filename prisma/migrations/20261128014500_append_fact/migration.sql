-- Appends one line to a chain of the log, in the statement of the fact it records, and returns its instant. The head of
-- the chain is locked until commit: writers queue and the sequence has no gap. `facts` is canonical JSON: it enters the
-- hash as it is written (docs/audit-log.md). With `after`, the chain must still end at that line: otherwise something was
-- recorded since the caller read, and nothing of the statement is kept (SQLSTATE GU409).
CREATE FUNCTION append_fact(in_chain text, in_actor uuid, in_action text, facts text, after integer DEFAULT NULL)
RETURNS timestamptz LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  head audit_chain;
  instant timestamptz;
  line_hash text;
BEGIN
  SELECT * INTO head FROM audit_chain WHERE key = in_chain FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO audit_chain (key) VALUES (in_chain) ON CONFLICT (key) DO UPDATE SET key = excluded.key RETURNING * INTO head;
  END IF;
  IF head.sequence <> after THEN
    RAISE EXCEPTION 'The chain % has moved', in_chain USING ERRCODE = 'GU409';
  END IF;
  instant := guichet_now();
  line_hash := encode(sha256(convert_to(format(
    '{"action":%s,"actorId":%s,"at":"%s","chain":%s,"facts":%s,"previousHash":"%s","sequence":%s}',
    to_json(in_action), coalesce(to_json(in_actor)::text, 'null'),
    to_char(instant AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    to_json(in_chain), facts, head.hash, head.sequence + 1), 'UTF8')), 'hex');
  INSERT INTO audit_line (chain, sequence, at, actor_id, action, facts, previous_hash, hash)
  VALUES (in_chain, head.sequence + 1, instant, in_actor, in_action, facts::jsonb, head.hash, line_hash);
  UPDATE audit_chain SET sequence = head.sequence + 1, hash = line_hash WHERE key = in_chain;
  RETURN instant;
END $$;

-- Where a dossier stands when it is read: with its content in one statement, one snapshot of both.
CREATE VIEW dossier_moment AS
  SELECT dossier.id AS dossier_id, coalesce(sequence, 0) AS sequence, guichet_now() AS now
  FROM dossier LEFT JOIN audit_chain ON key = 'dossier:' || dossier.id;
