import { DORMANT_MONTHS } from "@/domain/credits/dormancy";
import { routes } from "@/routes";
import { Amount } from "@/ui/amount";
import { AppLink } from "@/ui/app-link";
import { DataTable } from "@/ui/data-table";
import { DayTime } from "@/ui/date-time";
import { ReadingNote } from "@/ui/reading-note";
import type { DormantLine } from "../queries/credits";

/** The credits that sleep, with the rule that says so. */
export function DormantList({ dormant }: { dormant: readonly DormantLine[] }) {
  return (
    <>
      <h2>Crédits dormants</h2>
      <ReadingNote>
        Les textes ne fixent pas de délai{"\u00A0"}: des crédits délégués à un dossier et non
        engagés sont dits dormants après {DORMANT_MONTHS} mois sans mouvement. Le portail propose
        alors de les restituer{"\u202F"}; rien n’est automatique.
      </ReadingNote>
      {dormant.length === 0 ? (
        <p>Aucun crédit ne dort aujourd’hui.</p>
      ) : (
        <DataTable
          id="dormants"
          caption="Autorisations d’engagement non engagées, les plus anciennes d’abord. Montants TTC."
          rows={dormant}
          rowKey={({ number, unit }) => `${number} ${unit}`}
          columns={[
            {
              key: "number",
              header: "Dossier",
              rowHeader: true,
              cell: ({ number, title }) => (
                <AppLink href={routes.creditDossier(number)}>
                  {number}, {title}
                </AppLink>
              ),
            },
            { key: "unit", header: "Unité", cell: ({ unit }) => unit },
            {
              key: "since",
              header: "Sans mouvement depuis le",
              cell: ({ since }) => <DayTime day={since} format="short" />,
            },
            {
              key: "amount",
              header: "AE dormantes",
              numeric: true,
              cell: ({ amount }) => <Amount cents={amount} />,
            },
          ]}
        />
      )}
    </>
  );
}
