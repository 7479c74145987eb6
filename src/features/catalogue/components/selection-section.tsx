import { enumerate } from "@/domain/funding/wording";
import type { Criterion, Outcome, Theme } from "@/domain/themes/types";
import { FactList } from "@/features/catalogue/components/facts";
import { formatSource } from "@/features/catalogue/words";
import { type Column, DataTable } from "@/ui/data-table";

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  accepted: "accepté",
  refused: "refusé",
  "set-aside": "écarté",
  redirected: "réorienté vers un autre thème",
  "to-be-presented-again": "à représenter après amélioration",
};

const COLUMNS: readonly Column<Criterion>[] = [
  { key: "name", header: "Critère", cell: ({ name }) => name, rowHeader: true },
  { key: "definition", header: "Ce qui est regardé", cell: ({ definition }) => definition },
  { key: "source", header: "Source", cell: ({ source }) => formatSource(source) },
];

/** How dossiers are judged: the path, then the criteria. */
export function SelectionSection({ theme: { selection, criteria } }: { theme: Theme }) {
  return (
    <>
      <FactList facts={selection.description} />
      <p>
        Une décision peut être{"\u00A0"}:{" "}
        {enumerate(selection.outcomes.map((outcome) => OUTCOMES[outcome])).replace(
          / et (?!.* et )/,
          " ou ",
        )}
        .
      </p>
      {criteria.length > 0 && (
        <DataTable
          id="criteres"
          caption="Critères de sélection"
          columns={COLUMNS}
          rows={criteria}
          rowKey={({ key }) => key}
        />
      )}
    </>
  );
}
