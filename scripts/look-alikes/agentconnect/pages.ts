import { type Persona, personas } from "../../../prisma/demonstration/personas";
import { escapeHtml, frenchPage } from "../html";

const NAME = "AgentConnect de démonstration";

/** The page where one chooses who to be; each button posts the key of a persona to `action`. */
export function personasPage(action: string): string {
  const people = personas.map((persona) => `<li>${personaBlock(persona)}</li>`).join("\n");
  return frenchPage(
    `Choisir qui vous êtes – ${NAME}`,
    `<h1>Choisir qui vous êtes</h1>
<p>Cette page remplace AgentConnect (ProConnect) sur ce poste. Les personnes sont inventées,
aucun mot de passe n’est demandé.</p>
<form method="post" action="${escapeHtml(action)}">
<ul class="list">
${people}
</ul>
<p><button name="persona" value="">Renoncer à me connecter</button></p>
</form>`,
  );
}

function personaBlock({ key, claims, title, description, acr }: Persona): string {
  const name = `${claims.given_name} ${claims.usual_name}`;
  return `<h2>${escapeHtml(title)}</h2>
<p>${escapeHtml(description)}</p>
<p class="quiet">${escapeHtml(claims.organization_label)}. Niveau de connexion : ${escapeHtml(acr)}.</p>
<p><button name="persona" value="${escapeHtml(key)}">Continuer en tant que ${escapeHtml(name)}</button></p>`;
}

/** An error the provider keeps for itself: it is shown here, never sent back to the portal. */
export function errorPage(code: string, explanation: string): string {
  return frenchPage(
    `Erreur ${code} – ${NAME}`,
    `<h1>La connexion n’a pas pu aboutir</h1>
<p>${escapeHtml(explanation)}</p>
<p class="quiet">Code d’erreur : <strong>${escapeHtml(code)}</strong></p>`,
  );
}

/** Shown when nobody said where to go after the logout. */
export function loggedOutPage(): string {
  return frenchPage(
    `Déconnexion – ${NAME}`,
    "<h1>Vous êtes bien déconnecté</h1><p>Vous pouvez fermer cette page.</p>",
  );
}

/** Ends the provider's session at once, as ProConnect does; `form` is the library's own. */
export function logoutPage(form: string): string {
  return frenchPage(
    `Déconnexion – ${NAME}`,
    `<h1>Déconnexion en cours</h1>
${form}
<button type="submit" form="op.logoutForm" name="logout" value="yes">Me déconnecter</button>
<script>document.querySelector("button").click()</script>`,
  );
}
