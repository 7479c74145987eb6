import { type Column, DataTable } from "@/ui/data-table";
import { InstantTime } from "@/ui/date-time";
import type { DnumAgent, DnumTeam } from "../queries";
import { DelegateForm } from "./delegate-form";
import { EndDelegationForm } from "./end-delegation-form";

/** The people of the DNUM, and what each may delegate of their role. */
export function DnumTeamView({ team: { agents, delegable } }: { team: DnumTeam }) {
  const several = new Set(agents.map(({ ministry }) => ministry)).size > 1;
  return (
    <>
      <h2 className="fr-h4">Les personnes de la DNUM</h2>
      <p>
        Elles lisent le portefeuille, donnent les visas, rangent les dossiers et suivent les
        projets. Un administrateur du portail donne ce rôle{"\u00A0"}; chacun peut déléguer le sien
        pour un temps.
      </p>
      <DataTable
        id="personnes-dnum"
        caption="Personnes qui tiennent le rôle, délégations comprises"
        columns={several ? [NAME, MINISTRY, ...COLUMNS] : [NAME, ...COLUMNS]}
        rows={agents}
        rowKey={({ grantId }) => grantId}
      />
      <h2 className="fr-h4 fr-mt-4w">Déléguer mon rôle</h2>
      {delegable.length === 0 ? (
        <p>Vous tenez ce rôle d’une délégation{"\u00A0"}: elle ne se délègue pas à son tour.</p>
      ) : (
        <>
          <p>
            La personne agit en son nom, dès sa prochaine page, jusqu’au dernier jour choisi. Vous
            gardez votre rôle, et vous pouvez y mettre fin plus tôt.
          </p>
          <DelegateForm ministries={delegable} />
        </>
      )}
    </>
  );
}

const NAME: Column<DnumAgent> = {
  key: "name",
  header: "Personne",
  rowHeader: true,
  cell: ({ name, email }) => (
    <>
      {name}
      <br />
      <span className="fr-text--sm">{email}</span>
    </>
  ),
};

const MINISTRY: Column<DnumAgent> = {
  key: "ministry",
  header: "Ministère",
  cell: ({ ministry }) => ministry,
};

const COLUMNS: readonly Column<DnumAgent>[] = [
  {
    key: "from",
    header: "Depuis",
    cell: ({ startsAt }) => <InstantTime instant={startsAt} format="date" />,
  },
  {
    key: "until",
    header: "Jusqu’au",
    cell: ({ endsAt }) =>
      endsAt ? <InstantTime instant={endsAt} format="date" /> : "Sans fin prévue",
  },
  {
    key: "delegation",
    header: "Délégation",
    cell: ({ delegatedBy, reason }) =>
      delegatedBy === null ? "Non" : `De ${delegatedBy}\u00A0: ${reason}`,
  },
  {
    key: "end",
    header: "Action",
    cell: ({ grantId, name, mayEnd }) =>
      mayEnd ? <EndDelegationForm grantId={grantId} name={name} /> : "Aucune",
  },
];
