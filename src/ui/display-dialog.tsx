const THEMES = [
  { value: "light", label: "Thème clair" },
  { value: "dark", label: "Thème sombre" },
  { value: "system", label: "Système", hint: "Utilise les paramètres de votre appareil." },
] as const;

/** The DSFR display settings. Its script opens the dialog, reads and keeps the choice. */
export function DisplayDialog() {
  return (
    <dialog id="fr-theme-modal" className="fr-modal" aria-labelledby="fr-theme-modal-titre">
      <div className="fr-container fr-container--fluid fr-container-md">
        <div className="fr-grid-row fr-grid-row--center">
          <div className="fr-col-12 fr-col-md-6 fr-col-lg-4">
            <div className="fr-modal__body">
              <div className="fr-modal__header">
                <button
                  type="button"
                  className="fr-btn--close fr-btn"
                  aria-controls="fr-theme-modal"
                  title="Fermer"
                >
                  Fermer
                </button>
              </div>
              <div className="fr-modal__content">
                <h2 id="fr-theme-modal-titre" className="fr-modal__title">
                  Paramètres d’affichage
                </h2>
                <div className="fr-display" id="fr-display">
                  <fieldset className="fr-fieldset" aria-labelledby="fr-display-legende">
                    <legend
                      className="fr-fieldset__legend fr-fieldset__legend--regular"
                      id="fr-display-legende"
                    >
                      Choisissez l’apparence du site.
                    </legend>
                    {THEMES.map((theme) => (
                      <div key={theme.value} className="fr-fieldset__element">
                        <div className="fr-radio-group">
                          <input
                            type="radio"
                            id={`fr-radios-theme-${theme.value}`}
                            name="fr-radios-theme"
                            value={theme.value}
                          />
                          <label className="fr-label" htmlFor={`fr-radios-theme-${theme.value}`}>
                            {theme.label}
                            {"hint" in theme && <span className="fr-hint-text">{theme.hint}</span>}
                          </label>
                        </div>
                      </div>
                    ))}
                  </fieldset>
                </div>
              </div>
            </div>
          </div>
        </div>
      </div>
    </dialog>
  );
}
