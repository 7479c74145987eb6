import { isOpen } from "@/domain/funding/calls";
import { rateSentence } from "@/domain/funding/theme-words";
import { formByTheme } from "@/domain/themes/forms";
import type { ComparedTheme, Group, Obstacle } from "@/features/catalogue/finder/compare";
import { simulatorAddress, startAddress } from "@/features/catalogue/finder/links";
import type { FinderAnswers } from "@/features/catalogue/finder/read-answers";
import { questionsOf } from "@/features/catalogue/simulator/questions";
import { nextDate } from "@/features/catalogue/theme-calls";
import { formatSource } from "@/features/catalogue/words";
import { routes } from "@/routes";
import { Amount } from "@/ui/amount";
import { AppLink } from "@/ui/app-link";
import { type Column, DataTable } from "@/ui/data-table";

interface Props {
  group: Group;
  caption: string;
  themes: readonly ComparedTheme[];
  answers: FinderAnswers;
  params: URLSearchParams;
  now: Date;
}

/** What the second column says of the themes of a group. */
const SECOND: Readonly<Record<Group, string>> = {
  eligible: "À savoir, à vérifier",
  nearly: "Ce qui manque",
  no: "Pourquoi",
};

/** The themes of a group beside one another. */
export function FinderTable({ group, caption, themes, answers, params, now }: Props) {
  const columns: Column<ComparedTheme>[] = [
    { key: "theme", header: "Thème", rowHeader: true, cell: ThemeName },
    {
      key: "why",
      header: SECOND[group],
      cell: (one) =>
        group === "eligible" ? (
          <ToCheck compared={one} answers={answers} />
        ) : (
          <ul className="catalogue-reasons">
            <Reasons of={group === "nearly" ? [...one.obstacles, ...one.notes] : one.obstacles} />
          </ul>
        ),
    },
    { key: "rate", header: "Taux", cell: ({ theme }) => rateSentence(theme) },
    {
      key: "grant",
      header: "Subvention estimée",
      numeric: true,
      cell: ({ result }) =>
        result.amounts ? <Amount cents={result.amounts.grant} /> : "Non calculée",
    },
    {
      key: "date",
      header: "Prochaine date",
      cell: ({ call }) => (call ? nextDate(call, now) : "Aucune ouverture annoncée"),
    },
    {
      key: "next",
      header: "Suite",
      cell: (one) => <NextStep compared={one} answers={answers} params={params} now={now} />,
    },
  ];
  return (
    <DataTable
      id={`themes-${group}`}
      caption={caption}
      columns={columns}
      rows={themes}
      rowKey={({ theme }) => theme.code}
    />
  );
}

function ThemeName({ theme }: ComparedTheme) {
  return (
    <AppLink href={routes.theme(theme.slug)}>
      {theme.code}
      {"\u00A0"}: {theme.title}
    </AppLink>
  );
}

/** What the rules say, with its place in the texts. */
function Reasons({ of }: { of: readonly Obstacle[] }) {
  return of.map(({ message, source, interpretation }) => (
    <li key={message}>
      {message}{" "}
      <span className="guichet-source">
        ({formatSource(source)}
        {interpretation && ", lecture retenue"})
      </span>
    </li>
  ));
}

/** Answers that the rules of operators alone read (SNAP1). */
const OF_OPERATORS: readonly string[] = ["filedWithDnum", "riePartnerNetworkSince"];

/** What the rules say besides, and the conditions that the six questions did not ask. */
function ToCheck({ compared, answers }: { compared: ComparedTheme; answers: FinderAnswers }) {
  const questions = questionsOf(compared.theme).filter(
    ({ key }) =>
      !(key in answers) &&
      (answers.carrier === "state-operator" || !OF_OPERATORS.includes(key)) &&
      (answers.carrier !== "dnum" || key !== "dnumInformed"),
  );
  if (questions.length === 0 && compared.notes.length === 0) return "Aucune autre condition";
  return (
    <ul className="catalogue-reasons">
      <Reasons of={compared.notes} />
      {questions.map(({ key, label }) => (
        <li key={key}>{label}</li>
      ))}
    </ul>
  );
}

interface NextProps {
  compared: ComparedTheme;
  answers: FinderAnswers;
  params: URLSearchParams;
  now: Date;
}

function NextStep({ compared, answers, params, now }: NextProps) {
  const { theme, group, call } = compared;
  const starts = group !== "no" && call && isOpen(call, now) && formByTheme(theme.code) !== null;
  return (
    <ul className="catalogue-next">
      {starts && (
        <li>
          {/* A plain link: the room behind is rendered for one request, with its own content policy. */}
          <a className="fr-btn fr-btn--sm fr-btn--secondary" href={startAddress(theme, params)}>
            Commencer<span className="fr-sr-only"> un dossier {theme.code}</span>
          </a>
        </li>
      )}
      {group !== "no" && theme.funding !== null ? (
        <li>
          <a className="fr-link fr-link--sm" href={simulatorAddress(theme, answers)}>
            Affiner le calcul<span className="fr-sr-only"> de {theme.code}</span>
          </a>
        </li>
      ) : (
        <li>
          <AppLink className="fr-link fr-link--sm" href={routes.theme(theme.slug)}>
            Lire la fiche<span className="fr-sr-only"> {theme.code}</span>
          </AppLink>
        </li>
      )}
    </ul>
  );
}
