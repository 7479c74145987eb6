-- The list of projects, the most overdue first, is read from this index: a project with nothing due comes last.
CREATE INDEX execution_due ON execution ((coalesce(next_due_on, '9999-12-31'::date)), dossier_id);
