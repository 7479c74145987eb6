import { DataTable } from "@/ui/data-table";
import type { UnitCreation } from "../queries/unit-creation";
import { CreateUnitForm } from "./create-unit-form";

/** The form that creates a unit, and those that exist. */
export function UnitCreationView({ creation }: { creation: UnitCreation }) {
  const { bops, ministries, units } = creation;
  return (
    <>
      <p className="fr-text--lead">
        Chaque ministère a une unité par BOP, et une autre pour les crédits de SNAP1, transférés à
        son propre BOP.
      </p>
      <CreateUnitForm bops={bops} ministries={ministries} />
      {units.length > 0 && (
        <>
          <h2>Unités existantes</h2>
          <DataTable
            id="unites-existantes"
            caption="Unités déjà créées, par code"
            rows={units}
            rowKey={({ code }) => code}
            columns={[
              { key: "code", header: "Code", rowHeader: true, cell: ({ code }) => code },
              { key: "label", header: "Nom", cell: ({ label }) => label },
              { key: "ministry", header: "Ministère", cell: ({ ministry }) => ministry },
              { key: "bop", header: "BOP", cell: ({ bop }) => bop },
            ]}
          />
        </>
      )}
    </>
  );
}
