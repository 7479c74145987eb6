import "@/features/catalogue/catalogue.css";
import { ProConnectButton } from "@codegouvfr/react-dsfr/ProConnectButton";
import { fundTotals } from "@/domain/funding/totals";
import { THEME_LIST } from "@/domain/themes/index";
import { FundVolets } from "@/features/catalogue/components/fund-volets";
import { NextDays } from "@/features/catalogue/components/next-days";
import type { PublicCalls } from "@/features/catalogue/public-calls";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";

interface Props {
  all: PublicCalls;
  /** Where the sign-in starts. */
  signInAddress: string;
  name: string;
}

/** The life of a dossier, as everybody may read it. */
const LIFE = [
  ["Choisir un thème", "Lisez ses règles et simulez la subvention, sans compte."],
  ["Préparer le dossier", "À plusieurs, étape par étape. Tout est enregistré au fur et à mesure."],
  ["Déposer", "Vous recevez aussitôt un récépissé, avec l’heure de dépôt."],
  [
    "Répondre aux questions",
    "L’équipe du thème vérifie le dossier et peut demander des précisions.",
  ],
  ["Recevoir la décision", "Le jury ou le porteur du thème décide, et vous lisez ses raisons."],
  ["Réaliser le projet", "Les crédits sont délégués à votre ministère et vous rendez compte."],
] as const;

/** Screen 1: what is funded, and where to start. */
export function Home({ all, signInAddress, name }: Props) {
  const totals = fundTotals(THEME_LIST);
  return (
    <>
      <div className="catalogue-hero">
        <h1>{name}</h1>
        <p className="fr-text--lead">
          France Relance finance en 2021 et 2022 des projets numériques de l’État, de ses opérateurs
          et des collectivités.
        </p>
        <p className="guichet-actions">
          {/* A plain link: the page is rendered for one request, with its own content policy. */}
          <a className="fr-btn fr-btn--lg" href={routes.finder()}>
            Trouver mon thème
          </a>
          <AppLink className="fr-btn fr-btn--lg fr-btn--secondary" href={routes.themes()}>
            Voir les {String(THEME_LIST.length)} thèmes
          </AppLink>
        </p>
      </div>
      <section aria-labelledby="dates" className="fr-mb-6w">
        <h2 id="dates">Prochaines dates</h2>
        <NextDays all={all} />
      </section>
      <section aria-labelledby="volets" className="fr-mb-6w">
        <h2 id="volets">Ce que le fonds finance</h2>
        <FundVolets totals={totals} />
      </section>
      <section aria-labelledby="parcours" className="fr-mb-6w">
        <h2 id="parcours">La vie d’un dossier</h2>
        <ol className="catalogue-life">
          {LIFE.map(([title, text]) => (
            <li key={title}>
              <strong>{title}.</strong> {text}
            </li>
          ))}
        </ol>
      </section>
      <section aria-labelledby="entrer" className="fr-mb-4w">
        <h2 id="entrer">Qui peut entrer</h2>
        <p>
          Les agents des administrations centrales, des services déconcentrés, des opérateurs de
          l’État et des laboratoires publics, avec le compte de leur administration. Lire les thèmes
          et simuler ne demande aucun compte.
        </p>
        <ProConnectButton url={signInAddress} />
      </section>
    </>
  );
}
