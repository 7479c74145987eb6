-- A relation read with its dossier names every column of its table: a decision that was notified is granted whole. Who
-- proposed it is an identifier there, and no person the role may name.
GRANT SELECT ON decision TO guichet_ministry;
