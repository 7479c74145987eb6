import type { EnvelopeShare, Waterline } from "@/domain/evaluation/waterline";
import type { EnvelopeLevel } from "@/domain/funding/envelopes";
import { formatEuros } from "@/domain/money";
import { Amount } from "@/ui/amount";
import { type Column, DataTable } from "@/ui/data-table";
import { restOf, type ShownRow } from "../ranking-lines";

/** What the ranking takes from its envelopes, in one sentence, then envelope by envelope where there are several. */
export function RankingLead({
  line,
  levels,
}: {
  line: Waterline<ShownRow>;
  levels: readonly EnvelopeLevel[];
}) {
  const { envelopes, tightest } = line;
  return (
    <>
      <p className="fr-text--lead" id="classement-resume">
        {leadSentence(line)}
      </p>
      {envelopes.length > 1 ? (
        <DataTable
          id="enveloppes-du-classement"
          caption="Enveloppes du classement, montants TTC. Chaque subvention est prise sur chacune des siennes."
          columns={COLUMNS}
          rows={envelopes.map((share) => ({ ...share, bites: share.id === tightest?.id }))}
          rowKey={({ id }) => id}
        />
      ) : (
        levels.map(({ id, label, committed, total }) => (
          <p key={id}>
            Enveloppe {label}
            {"\u00A0"}: <Amount cents={committed} /> engagés sur <Amount cents={total} />.
          </p>
        ))
      )}
    </>
  );
}

/** « 11 dossiers financés : 3 817 600,00 € sur 4 000 000,00 €. Reste 182 400,00 €. » on the envelope that bites. */
function leadSentence({ funded, tightest }: Waterline<ShownRow>): string {
  const plural = funded.count > 1 ? "s" : "";
  const start = `${funded.count} dossier${plural} financé${plural}\u00A0: ${formatEuros(funded.amount)}`;
  if (!tightest) return `${start}.`;
  const part =
    tightest.partial > 0
      ? `, dont ${formatEuros(tightest.partial)} pour le dossier financé en partie`
      : "";
  const rest = `${formatEuros(restOf(tightest))}${part}`;
  return tightest.funded === funded.amount
    ? `${start} sur ${formatEuros(tightest.remaining)}. Reste ${rest}.`
    : `${start}. Enveloppe la plus serrée, ${tightest.label}\u00A0: ${formatEuros(tightest.funded)} sur ${formatEuros(tightest.remaining)}. Reste ${rest}.`;
}

const COLUMNS: readonly Column<EnvelopeShare & { bites: boolean }>[] = [
  {
    key: "label",
    header: "Enveloppe",
    rowHeader: true,
    cell: ({ label, bites }) => (
      <>
        {label}
        {bites && <span className="fr-hint-text">La plus serrée</span>}
      </>
    ),
  },
  {
    key: "remaining",
    header: "Non engagé",
    numeric: true,
    cell: ({ remaining }) => <Amount cents={remaining} />,
  },
  {
    key: "funded",
    header: "Financé",
    numeric: true,
    cell: ({ funded }) => <Amount cents={funded} />,
  },
  {
    key: "partial",
    header: "En partie",
    numeric: true,
    cell: ({ partial }) => <Amount cents={partial} />,
  },
  { key: "left", header: "Reste", numeric: true, cell: ({ left }) => <Amount cents={left} /> },
];
