-- What waits for an answer after the award, oldest first.
CREATE INDEX phase_crossing_proposed ON phase_crossing (requested_at) WHERE status = 'proposed';
CREATE INDEX change_request_waiting ON change_request (requested_at) WHERE status = 'requested';
CREATE INDEX execution_closing_asked ON execution (closing_asked_at)
  WHERE closing_asked_at IS NOT NULL AND closed_at IS NULL;
