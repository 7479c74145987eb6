import { formatEuros } from "@/domain/money";
import { type ComparedTheme, nearestTheme } from "@/features/catalogue/finder/compare";
import { FinderTable } from "@/features/catalogue/finder/finder-table";
import { carrierLabel, type FinderAnswers } from "@/features/catalogue/finder/read-answers";
import { ANY_SUBJECT } from "@/features/catalogue/finder/subjects";
import { countThemes } from "@/features/catalogue/words";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { DefinitionList } from "@/ui/definition-list";
import { Message } from "@/ui/message";

interface Props {
  themes: readonly ComparedTheme[];
  answers: FinderAnswers;
  params: URLSearchParams;
  now: Date;
  contact: string;
}

/** The 17 themes in three tables, what stands in the way of each, and what was answered. */
export function FinderResults({ themes, answers, params, now, contact }: Props) {
  const of = (group: ComparedTheme["group"]) => themes.filter((one) => one.group === group);
  const [eligible, nearly, no] = [of("eligible"), of("nearly"), of("no")];
  const shared = { answers, params, now };
  return (
    <>
      {eligible.length === 0 && <NoMatch themes={themes} contact={contact} />}
      {eligible.length > 0 && (
        <section aria-labelledby="eligibles">
          <h2 id="eligibles">
            Éligible{"\u00A0"}: {countThemes(eligible.length)}
          </h2>
          <p>
            Rien ne s’oppose au projet dans vos réponses. Le thème décide après lecture du dossier.
          </p>
          <FinderTable
            group="eligible"
            caption="Thèmes éligibles d’après vos réponses, montants TTC"
            themes={eligible}
            {...shared}
          />
        </section>
      )}
      {nearly.length > 0 && (
        <section aria-labelledby="presque">
          <h2 id="presque">
            Presque{"\u00A0"}: {countThemes(nearly.length)}
          </h2>
          <p>Il manque une condition que vous pouvez remplir, expliquer ou attendre.</p>
          <FinderTable
            group="nearly"
            caption="Thèmes auxquels il manque une condition, montants TTC"
            themes={nearly}
            {...shared}
          />
        </section>
      )}
      <section aria-labelledby="non">
        <h2 id="non">
          Non{"\u00A0"}: {countThemes(no.length)}
        </h2>
        <FinderTable
          group="no"
          caption="Thèmes qui ne conviennent pas à ce projet, montants TTC"
          themes={no}
          {...shared}
        />
      </section>
      <p className="fr-hint-text">
        La subvention est estimée comme si toutes les dépenses étaient admises par le thème et
        payées une année qu’il finance. «{"\u00A0"}Affiner le calcul{"\u00A0"}» ouvre le simulateur
        du thème.
      </p>
    </>
  );
}

/** No theme is eligible: where to look first, and whom to ask. */
function NoMatch({ themes, contact }: Pick<Props, "themes" | "contact">) {
  const nearest = nearestTheme(themes);
  return (
    <Message severity="info" title="Information : aucun thème ne convient tel quel">
      {nearest && (
        <p>
          Le plus proche est{" "}
          <AppLink href={routes.theme(nearest.theme.slug)}>
            {nearest.theme.code}
            {"\u00A0"}: {nearest.theme.title}
          </AppLink>
          . {nearest.obstacles.map(({ message }) => message).join(" ")}
        </p>
      )}
      <p>
        Une question sur votre projet{"\u202F"}? Écrivez à{" "}
        <a href={`mailto:${contact}`}>{contact}</a>.
      </p>
    </Message>
  );
}

/** What was answered, in words. */
export function GivenAnswers({ answers }: { answers: FinderAnswers }) {
  const { subject, carrier, total, staff, resultsWithinMonths: months, dnumInformed } = answers;
  return (
    <DefinitionList
      items={[
        { term: "Votre projet", details: subject?.label ?? ANY_SUBJECT.label },
        { term: "Porteur", details: carrierLabel(carrier) },
        { term: "Coût total TTC", details: formatEuros(total) },
        { term: "Dont agents (titre 2)", details: formatEuros(staff) },
        {
          term: "Premiers résultats",
          details: months === undefined ? null : `${months}\u00A0mois`,
        },
        {
          term: "DNUM informée",
          details: dnumInformed === undefined ? null : dnumInformed ? "Oui" : "Non",
        },
      ]}
    />
  );
}
