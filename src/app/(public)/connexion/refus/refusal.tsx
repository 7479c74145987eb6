import type { ReactNode } from "react";
import { routes } from "@/routes";
import type { RefusalReason } from "@/server/auth/refusal-reasons";
import type { SignInMode } from "@/server/auth/sign-in-address";
import { AppLink } from "@/ui/app-link";

interface Explanation {
  title: string;
  lead: string;
  /** What the person can do. */
  next: ReactNode;
  way: { label: string; mode?: SignInMode };
}

const otherAccount = { label: "Utiliser un autre compte", mode: "autre" } as const;

/** Each refusal: which case, what next. The code is for the address only. */
export const REFUSALS: Record<RefusalReason, Explanation> = {
  population: {
    title: "Ce portail n’est pas ouvert à votre organisation",
    lead: "Il sert les services de l’État, leurs opérateurs et les laboratoires publics. Votre compte ne relève d’aucun d’eux.",
    next: (
      <p>
        Vous travaillez pour une collectivité{"\u202F"}? Le thème qui vous est destiné est présenté
        sur la <AppLink href={routes.theme("itn7")}>fiche ITN7</AppLink>
        {"\u202F"}; ses demandes sont reçues ailleurs.
      </p>
    ),
    way: otherAccount,
  },
  authentification: {
    title: "Votre rôle demande une connexion renforcée",
    lead: "Vous instruisez, notez ou administrez des dossiers\u00A0: la double authentification est obligatoire. Votre dernière connexion ne l’utilisait pas.",
    next: (
      <p>
        Reconnectez-vous{"\u00A0"}: un second facteur vous sera demandé (code, application ou
        carte). Si votre administration n’en propose pas, adressez-vous à son assistance
        informatique.
      </p>
    ),
    way: { label: "Se reconnecter avec la double authentification", mode: "renforce" },
  },
  compte: {
    title: "Votre compte est fermé",
    lead: "Un administrateur du portail a fermé ce compte. Vos dossiers et vos décisions restent conservés.",
    next: <p>S’il s’agit d’une erreur, écrivez-nous en précisant votre service.</p>,
    way: otherAccount,
  },
  fournisseur: {
    title: "AgentConnect n’a pas autorisé la connexion",
    lead: "Le compte peut relever du secteur privé, être bloqué, ou la demande avoir été annulée.",
    next: (
      <p>
        Vérifiez que vous utilisez votre adresse d’agent public. Si le refus persiste, l’assistance
        informatique de votre administration peut en trouver la cause.
      </p>
    ),
    way: otherAccount,
  },
  indisponible: {
    title: "AgentConnect ne répond pas",
    lead: "Le service d’identité des agents est momentanément indisponible. Vos brouillons sont conservés.",
    next: (
      <p>
        Réessayez dans quelques minutes. Une session déjà ouverte dans un autre onglet reste
        utilisable.
      </p>
    ),
    way: { label: "Réessayer" },
  },
  interruption: {
    title: "La connexion n’est pas allée au bout",
    lead: "Elle a duré plus de 15 minutes, ou deux onglets se connectaient en même temps.",
    next: <p>Rien n’est perdu{"\u00A0"}: recommencez depuis cette page.</p>,
    way: { label: "Recommencer la connexion" },
  },
};

interface Props {
  reason: RefusalReason;
  address: string;
  contact: string;
}

/** What to do after a refusal, and whom to ask. */
export function Refusal({ reason, address, contact }: Props) {
  const { next, way } = REFUSALS[reason];
  return (
    <>
      {next}
      <p>
        {/* A plain link: the address answers with a redirection to the provider. */}
        <a className="fr-btn" href={address}>
          {way.label}
        </a>
      </p>
      <p>
        Une question{"\u202F"}? Écrivez à <a href={`mailto:${contact}`}>{contact}</a>.
      </p>
    </>
  );
}
