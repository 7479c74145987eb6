-- A draft keeps its lines as typed, nature and tax not chosen yet included: what is wrong is said before filing, not by
-- a refused save.
ALTER TABLE expense_line DROP CONSTRAINT expense_line_nature;
ALTER TABLE expense_line DROP CONSTRAINT expense_line_tax;
