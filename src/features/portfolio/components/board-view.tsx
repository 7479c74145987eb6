import { rankText } from "@/domain/dossier/ministry-rank";
import { STAGE_WORDS, STAGES, type Stage } from "@/domain/dossier/stages";
import { routes } from "@/routes";
import { Amount } from "@/ui/amount";
import { AppLink } from "@/ui/app-link";
import { type PortfolioQuery, portfolioAddress } from "../filters";
import type { Portfolio } from "../queries/portfolio";
import type { PortfolioRow } from "../queries/rows";
import { AlertBadges, nextWords } from "./row-words";

interface Props {
  query: PortfolioQuery;
  portfolio: Pick<Portfolio, "rows" | "stages">;
}

/** The dossiers stage by stage: how many, the first ones, and the way to all of them. */
export function BoardView({ query, portfolio: { rows, stages } }: Props) {
  const shown = STAGES.filter((stage) => query.stage === null || stage === query.stage);
  return (
    <div className="guichet-board">
      {shown.map((stage) => (
        <BoardColumn
          key={stage}
          stage={stage}
          count={stages[stage].count}
          rows={rows.filter((row) => row.stage === stage)}
          href={routes.ministry(portfolioAddress({ ...query, view: "table", stage, cursor: null }))}
        />
      ))}
    </div>
  );
}

function BoardColumn(props: {
  stage: Stage;
  count: number;
  rows: readonly PortfolioRow[];
  href: string;
}) {
  const { stage, count, rows, href } = props;
  const { label, hint } = STAGE_WORDS[stage];
  const heading = `etape-${stage}`;
  return (
    <section className="guichet-board__column" aria-labelledby={heading}>
      <h3 id={heading} className="fr-h6 fr-mb-1v">
        {label} ({count.toLocaleString("fr-FR")})
      </h3>
      <p className="fr-hint-text">{hint}</p>
      {rows.length === 0 ? (
        <p>Aucun dossier.</p>
      ) : (
        <ul>
          {rows.map((row) => (
            <li key={row.id}>
              <Card row={row} />
            </li>
          ))}
        </ul>
      )}
      {count > rows.length && (
        <p>
          <AppLink href={href}>
            Voir les {count.toLocaleString("fr-FR")} dossiers
            <span className="fr-sr-only"> de l’étape {label}</span>
          </AppLink>
        </p>
      )}
    </section>
  );
}

function Card({ row }: { row: PortfolioRow }) {
  const { number, title, organisation, themeCode, isDraft, rank, asked, awarded } = row;
  const text = `${number} – ${title}`;
  return (
    <>
      <p>
        {isDraft ? (
          <strong>{text}</strong>
        ) : (
          <AppLink href={routes.ministryDossier(number)}>{text}</AppLink>
        )}
      </p>
      <p>
        {themeCode}, {organisation}
      </p>
      <p>
        {awarded !== null ? (
          <>
            Accordée{"\u00A0"}: <Amount cents={awarded} />
          </>
        ) : isDraft ? (
          <>
            Coût prévu{"\u00A0"}: <Amount cents={row.plannedCost} />
          </>
        ) : (
          <>
            Demandée{"\u00A0"}: <Amount cents={asked} />
          </>
        )}
      </p>
      {rankText(rank) !== "" && (
        <p>
          Rang du ministère{"\u00A0"}: {rank}
        </p>
      )}
      {row.next && <p>{nextWords(row)}</p>}
      {row.alerts.length > 0 && (
        <p>
          <AlertBadges alerts={row.alerts} />
        </p>
      )}
    </>
  );
}
