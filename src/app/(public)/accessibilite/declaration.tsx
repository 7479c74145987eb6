import type { Service } from "@/server/service";

/**
 * The declaration, by the model of the RGAA. « Non conforme » is the only honest state while no audit of the 106 criteria
 * has been made, whatever the automatic checks say.
 */
export function Declaration({ service }: { service: Service }) {
  return (
    <>
      <p>
        {service.publisher} s’engage à rendre ce service accessible, conformément à l’article 47 de
        la loi n°{"\u00A0"}2005-102 du 11{"\u00A0"}février{"\u00A0"}2005. Cette déclaration porte
        sur {service.name}.
      </p>
      <h2>État de conformité</h2>
      <p>
        {service.name} est <strong>non conforme</strong> au référentiel général d’amélioration de
        l’accessibilité (RGAA), version{"\u00A0"}4.1{"\u00A0"}: aucun audit de conformité en cours
        de validité n’existe.
      </p>
      <h3>Résultats des tests</h3>
      <p>
        Aucun taux de conformité ne peut être annoncé avant un audit des 106{"\u00A0"}critères.
        Chaque version est contrôlée automatiquement{"\u00A0"}: ces contrôles portent sur une
        trentaine de critères et ne remplacent pas un audit.
      </p>
      <h3>Contenus non accessibles</h3>
      <p>
        Sans audit, les non-conformités ne sont pas recensées. Aucune dérogation pour charge
        disproportionnée n’est invoquée. Les pièces jointes déposées par les porteurs de projet
        peuvent ne pas être accessibles.
      </p>
      <h2>Établissement de cette déclaration</h2>
      <p>
        Déclaration établie le 23{"\u00A0"}novembre{"\u00A0"}2026.
      </p>
      <h3>Technologies utilisées</h3>
      <ul>
        <li>HTML5 et CSS</li>
        <li>JavaScript, dont l’essentiel du service se passe</li>
        <li>SVG</li>
        <li>PDF balisé (PDF/UA)</li>
      </ul>
      <h3>Environnement et outils de contrôle</h3>
      <ul>
        <li>
          Chromium, aux largeurs de 1{"\u202F"}280 et 320{"\u00A0"}pixels, thèmes clair et sombre
        </li>
        <li>axe-core, règles rattachées au RGAA</li>
      </ul>
      <h3>Pages contrôlées</h3>
      <p>
        L’accueil, les pages d’information et les pages obligatoires. Un échantillon sera défini
        avec l’auditeur.
      </p>
      <h2>Schéma pluriannuel et plan d’actions</h2>
      <p>
        Le premier objectif est un audit complet, puis la correction des défauts qu’il relèvera. Le
        schéma pluriannuel et le plan annuel seront publiés sur cette page.
      </p>
      <Contact email={service.contactEmail} />
    </>
  );
}

function Contact({ email }: { email: string }) {
  return (
    <>
      <h2>Retour d’information et contact</h2>
      <p>
        Vous n’arrivez pas à accéder à un contenu ou à une démarche{"\u202F"}? Écrivez-nous
        {"\u00A0"}: nous vous orientons vers une alternative accessible ou vous envoyons le contenu
        sous une autre forme. Nous répondons sous une semaine.
      </p>
      <p>
        Courriel{"\u00A0"}: <a href={`mailto:${email}`}>{email}</a>
      </p>
      <h2>Voies de recours</h2>
      <p>
        Vous nous avez signalé un défaut qui vous empêche d’accéder à un contenu ou à une démarche,
        et notre réponse ne vous satisfait pas{"\u00A0"}: vous pouvez saisir le Défenseur des
        droits.
      </p>
      <ul>
        <li>
          <a
            href="https://formulaire.defenseurdesdroits.fr/"
            target="_blank"
            rel="noopener external"
            title="Écrire un message au Défenseur des droits - nouvelle fenêtre"
          >
            Écrire un message au Défenseur des droits
          </a>
        </li>
        <li>
          <a
            href="https://www.defenseurdesdroits.fr/saisir/delegues"
            target="_blank"
            rel="noopener external"
            title="Contacter un délégué du Défenseur des droits - nouvelle fenêtre"
          >
            Contacter un délégué du Défenseur des droits dans votre région
          </a>
        </li>
        <li>
          Par courrier, gratuit et sans timbre{"\u00A0"}: Défenseur des droits, Libre réponse 71120,
          75342 Paris CEDEX{"\u00A0"}07
        </li>
      </ul>
    </>
  );
}
