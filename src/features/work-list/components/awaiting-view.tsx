import { cents, formatEuros, sum } from "@/domain/money";
import { Amount } from "@/ui/amount";
import { AppLink } from "@/ui/app-link";
import { type Column, DataTable } from "@/ui/data-table";
import { DeadlineTime } from "@/ui/date-time";
import { EmptyState } from "@/ui/empty-state";
import { StatusBadge } from "@/ui/status-badge";
import { sinceWords, WORDS } from "../awaiting/kinds";
import type { Awaiting, AwaitingLine } from "../awaiting/query";
import type { ThemeEnvelope } from "../queries/envelopes";
import { dueWords } from "../words";

interface Props {
  awaiting: Awaiting;
  envelopes: readonly ThemeEnvelope[];
  now: Date;
}

/** What waits for the reader, the nearest deadline first, and the money of the themes they own. */
export function AwaitingView({ awaiting: { lines, more }, envelopes, now }: Props) {
  return (
    <section aria-labelledby="ce-qui-m-attend" className="fr-mb-4w">
      <h2 id="ce-qui-m-attend">Ce qui m’attend</h2>
      {lines.length === 0 ? (
        <EmptyState>
          Rien ne vous attend pour le moment. Un dossier à examiner ou une décision à confirmer
          apparaît ici dès son arrivée.
        </EmptyState>
      ) : (
        <>
          <DataTable
            id="attendu"
            caption="Ce que les dossiers attendent de vous, l’échéance la plus proche d’abord"
            columns={columns(now)}
            rows={lines}
            rowKey={({ key }) => key}
          />
          {more && (
            <p>
              Les {lines.length} plus pressés sont affichés. Les vues ci-dessous comptent tous les
              dossiers.
            </p>
          )}
        </>
      )}
      <Envelopes envelopes={envelopes} />
    </section>
  );
}

const columns = (now: Date): readonly Column<AwaitingLine>[] => [
  {
    key: "number",
    header: "Dossier",
    rowHeader: true,
    cell: ({ number, title }) => (number ? `${number} – ${title}` : title),
  },
  { key: "theme", header: "Thème", cell: ({ themeCode }) => themeCode },
  {
    key: "act",
    header: "À faire",
    cell: ({ kind, href, number, title }) => (
      <AppLink href={href}>
        {WORDS[kind].act}
        <span className="fr-sr-only">, {number ?? title}</span>
      </AppLink>
    ),
  },
  {
    key: "due",
    header: "Échéance",
    cell: ({ kind, due, at }) =>
      due ? (
        <>
          <DeadlineTime closesAt={due} now={now} />
          {due < now && (
            <>
              <br />
              <StatusBadge small severity="error" label={dueWords(due, now).text} />
            </>
          )}
        </>
      ) : (
        <>
          Sans date limite
          <span className="fr-hint-text">{sinceWords(kind, at)}</span>
        </>
      ),
  },
];

/** Committed and total, theme by theme; one theme alone is a sentence. */
function Envelopes({ envelopes }: { envelopes: readonly ThemeEnvelope[] }) {
  const [only] = envelopes;
  if (!only) return null;
  if (envelopes.length === 1) {
    return (
      <p>
        Enveloppe {only.themeCode}
        {"\u00A0"}: <Amount cents={only.committed} /> engagés sur <Amount cents={only.total} />.
      </p>
    );
  }
  return (
    <details className="guichet-details">
      <summary>
        Enveloppes de vos {envelopes.length} thèmes{"\u00A0"}:{" "}
        {formatEuros(sum(envelopes.map(({ committed }) => committed)))} engagés sur{" "}
        {formatEuros(sum(envelopes.map(({ total }) => total)))}
      </summary>
      <DataTable
        id="enveloppes"
        caption="Enveloppes de vos thèmes, montants TTC"
        columns={ENVELOPE}
        rows={envelopes}
        rowKey={({ themeCode }) => themeCode}
      />
    </details>
  );
}

const ENVELOPE: readonly Column<ThemeEnvelope>[] = [
  { key: "theme", header: "Thème", rowHeader: true, cell: ({ themeCode }) => themeCode },
  {
    key: "committed",
    header: "Engagé",
    numeric: true,
    cell: ({ committed }) => <Amount cents={committed} />,
  },
  { key: "total", header: "Total", numeric: true, cell: ({ total }) => <Amount cents={total} /> },
  {
    key: "left",
    header: "Reste",
    numeric: true,
    cell: ({ committed, total }) => <Amount cents={cents(total - committed)} />,
  },
];
