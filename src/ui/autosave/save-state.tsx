import { formatTime } from "@/domain/calendar";
import { routes } from "@/routes";
import type { SaveState } from "@/ui/autosave/engine";

/** The state of the saving in one sentence, always readable. */
export function saveSentence({ kind, savedAt, message }: SaveState): string {
  switch (kind) {
    case "untouched":
      return "Vos réponses sont enregistrées.";
    case "unsaved":
      return "Modifications non enregistrées.";
    case "saving":
      return "Enregistrement en cours…";
    case "saved":
      return `Enregistré à ${formatTime(new Date(savedAt ?? 0))}.`;
    case "conflict":
      return "Une réponse a deux versions\u00A0: choisissez dans le formulaire.";
    case "refused":
      return "Une réponse ne peut pas être gardée\u00A0: corrigez-la dans le formulaire.";
    case "offline":
      return "Hors connexion. Votre saisie est gardée sur cet appareil et partira au retour du réseau.";
    case "expired":
      return "Votre session a expiré, rien n’est perdu\u00A0: reconnectez-vous dans un nouvel onglet.";
    case "unavailable":
      return "Le portail ne répond pas pour le moment. Votre saisie est gardée sur cet appareil\u00A0: nouvel essai dans quelques instants.";
    case "stopped":
      return message ?? "L’enregistrement s’est arrêté. Votre saisie est gardée sur cet appareil.";
  }
}

/** What a screen reader hears when the saving changes state: the clock and the usual saves stay silent. */
export function saveAnnouncement(state: SaveState): string {
  const quiet = ["untouched", "unsaved", "saving"];
  if (quiet.includes(state.kind)) return "";
  return state.kind === "saved" ? "Réponses enregistrées." : saveSentence(state);
}

/** The sentence, with the way to sign in again when the session has ended. */
export function SaveSentence({ state }: { state: SaveState }) {
  if (state.kind !== "expired") return <>{saveSentence(state)}</>;
  return (
    <>
      {saveSentence(state)}{" "}
      <a href={routes.signIn(routes.dossiers())} target="_blank" rel="noopener">
        Se reconnecter (nouvel onglet)
      </a>
    </>
  );
}
