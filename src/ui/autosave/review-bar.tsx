import { SaveBar } from "@/ui/save-bar";
import { SubmitButton } from "@/ui/submit-button";
import type { SaveState } from "./engine";
import { SaveSentence, saveAnnouncement } from "./save-state";

/** The bottom line of a form saved as typed, then read again before it is handed in. `label` says what is handed in. */
export function ReviewBar({ state, label }: { state: SaveState; label: string }) {
  return (
    <SaveBar state={<SaveSentence state={state} />} announcement={saveAnnouncement(state)}>
      <SubmitButton waiting="Enregistrement en cours" priority="secondary" name="next" value="save">
        Enregistrer
      </SubmitButton>
      <SubmitButton waiting="Enregistrement en cours" name="next" value="review">
        {label}
      </SubmitButton>
    </SaveBar>
  );
}
