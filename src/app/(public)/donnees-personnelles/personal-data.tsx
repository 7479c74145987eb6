import type { Service } from "@/server/service";
import { DataTable } from "@/ui/data-table";

interface Retention {
  data: string;
  purpose: string;
  period: string;
}

const RETENTIONS: readonly Retention[] = [
  {
    data: "Identité et adresse professionnelles, organisation (reçues d’AgentConnect)",
    purpose: "Ouvrir une session, savoir pour qui vous agissez",
    period: "Un an après votre dernière connexion",
  },
  {
    data: "Rôles, déports et désignations",
    purpose: "N’ouvrir à chacun que ce que son rôle permet",
    period: "Cinq ans après la fin du rôle",
  },
  {
    data: "Dossiers, pièces jointes, fiches de notation et décisions",
    purpose: "Instruire les demandes et rendre compte de l’emploi des fonds",
    period: "Dix ans après le dernier versement, puis archives publiques",
  },
  {
    data: "Journal des actes (qui a fait quoi, quand)",
    purpose: "Prouver qu’une décision a été prise dans les règles",
    period: "Dix ans",
  },
  {
    data: "Journaux techniques, sans nom ni adresse de courriel",
    purpose: "Détecter les pannes et les attaques",
    period: "Un an",
  },
];

/** What the law asks to be said of the processing. */
export function PersonalData({ service }: { service: Service }) {
  return (
    <>
      <h2>Responsable du traitement</h2>
      <p>
        {service.publisher}. Le traitement relève d’une mission d’intérêt public (article{"\u00A0"}
        6, 1, e du règlement général sur la protection des données).
      </p>
      <h2>Finalités et durée de conservation</h2>
      <DataTable
        id="conservation"
        caption="Données traitées, finalité et durée de conservation"
        rows={RETENTIONS}
        rowKey={(row) => row.data}
        columns={[
          { key: "data", header: "Données", rowHeader: true, cell: (row) => row.data },
          { key: "purpose", header: "Finalité", cell: (row) => row.purpose },
          { key: "period", header: "Durée de conservation", cell: (row) => row.period },
        ]}
      />
      <h2>Qui y accède</h2>
      <p>
        Les agents chargés d’instruire, de noter, de décider et de contrôler, chacun dans la limite
        de son rôle. Les notes d’un membre du jury ne sont lues par personne d’autre avant la
        clôture de la notation. Aucune donnée n’est vendue, ni transférée hors de l’Union
        européenne.
      </p>
      <h2>Sous-traitants</h2>
      <p>
        Hébergeur{"\u00A0"}: {service.host}. L’identification est faite par AgentConnect, service de
        l’État. Aucun autre sous-traitant n’intervient et aucun outil de mesure d’audience n’est
        utilisé.
      </p>
      <h2>Vos droits</h2>
      <p>
        Vous pouvez demander l’accès à vos données, leur rectification, la limitation de leur
        traitement, et vous y opposer. Le journal des actes ne peut pas être modifié{"\u00A0"}: une
        erreur y est corrigée par une nouvelle ligne.
      </p>
      <p>
        Délégué à la protection des données{"\u00A0"}:{" "}
        <a href={`mailto:${service.dataProtectionContact}`}>{service.dataProtectionContact}</a>
      </p>
      <p>
        Si la réponse ne vous satisfait pas, vous pouvez saisir la Commission nationale de
        l’informatique et des libertés (CNIL), 3{"\u00A0"}place de Fontenoy, 75007{"\u00A0"}Paris.
      </p>
    </>
  );
}
