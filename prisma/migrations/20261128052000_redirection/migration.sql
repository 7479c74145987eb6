-- AlterTable
ALTER TABLE "expert_opinion" ADD COLUMN     "former_theme" TEXT;

-- AlterTable
ALTER TABLE "internal_note" ADD COLUMN     "theme_code" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "juror_assignment" ADD COLUMN     "former_theme" TEXT;

-- AlterTable
ALTER TABLE "redirection" ADD COLUMN     "carrier_reason" TEXT NOT NULL;

-- AlterTable
ALTER TABLE "session_item" ADD COLUMN     "former_theme" TEXT;

-- CreateIndex
CREATE INDEX "redirection_from_theme_proposed_at_id_idx" ON "redirection"("from_theme", "proposed_at" DESC, "id" DESC);

-- ---------------------------------------------------------------- what a dossier leaves behind with its former theme

ALTER TABLE redirection ADD CONSTRAINT redirection_carrier_reason CHECK (carrier_reason <> '');

-- A note belongs to the theme its dossier had when it was written, whatever the dossier becomes.
ALTER TABLE internal_note DISABLE TRIGGER append_only;
UPDATE internal_note SET theme_code = dossier.theme_code FROM dossier WHERE dossier.id = internal_note.dossier_id;
ALTER TABLE internal_note ENABLE TRIGGER append_only;
ALTER TABLE internal_note ADD CONSTRAINT internal_note_theme CHECK (theme_code <> '');
CREATE FUNCTION note_of_its_theme() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.theme_code := (SELECT theme_code FROM dossier WHERE id = NEW.dossier_id);
  RETURN NEW;
END $$;
CREATE TRIGGER internal_note_of_its_theme BEFORE INSERT ON internal_note
  FOR EACH ROW EXECUTE FUNCTION note_of_its_theme();

-- What is of a former theme is over: nobody is entrusted with it, no opinion is awaited.
ALTER TABLE juror_assignment ADD CONSTRAINT juror_assignment_former CHECK (
  former_theme IS NULL OR status <> 'assigned');
ALTER TABLE expert_opinion ADD CONSTRAINT expert_opinion_former CHECK (
  former_theme IS NULL OR status NOT IN ('requested', 'accepted'));

CREATE INDEX redirection_awaited ON redirection (to_theme, proposed_at) WHERE status = 'proposed';
