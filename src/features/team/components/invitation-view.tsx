import { accessLabel, accessSentence } from "@/domain/dossier/team";
import { routes } from "@/routes";
import { InstantTime } from "@/ui/date-time";
import { DefinitionList } from "@/ui/definition-list";
import { EmptyState } from "@/ui/empty-state";
import { Message } from "@/ui/message";
import type { InvitationView as View } from "../queries/invitation";
import { OneActForm } from "./one-act-form";

type Offer = Extract<View, { state: "open" }>["offer"];

/** What a link of invitation opens: the dossier it is for and the button that joins, or why it opens nothing. */
export function InvitationView({ view, token }: { view: View; token: string }) {
  switch (view.state) {
    case "open":
      return (
        <>
          <OfferFacts offer={view.offer} />
          <OneActForm act="accept-invitation" hidden={{ token }} waiting="Un instant">
            Rejoindre le dossier
          </OneActForm>
        </>
      );
    case "not-mandated":
      return (
        <>
          <Message
            severity="warning"
            title="Attention : cette invitation demande un agent du porteur"
          >
            <p>{view.refusal}</p>
            <p>Demandez à {view.offer.invitedBy} une invitation à lire ou à écrire.</p>
          </Message>
          <OfferFacts offer={view.offer} />
        </>
      );
    case "member":
      return (
        <EmptyState action={{ label: "Ouvrir le dossier", href: routes.dossier(view.number) }}>
          Vous êtes déjà dans l’équipe du dossier {view.number}.
        </EmptyState>
      );
    case "unknown":
      return (
        <EmptyState action={{ label: "Voir mes dossiers", href: routes.dossiers() }}>
          Ce lien n’ouvre aucune invitation. Un nouvel envoi remplace le lien précédent{"\u00A0"}:
          ouvrez le message le plus récent, et copiez le lien en entier.
        </EmptyState>
      );
    default:
      return (
        <EmptyState action={{ label: "Voir mes dossiers", href: routes.dossiers() }}>
          {WHY[view.state]} Demandez-en une autre à {view.invitedBy}.
        </EmptyState>
      );
  }
}

const WHY = {
  expired: "Cette invitation n’est plus valable\u00A0: elle durait 14 jours.",
  revoked: "Cette invitation a été annulée par le responsable du dossier.",
  used: "Cette invitation a déjà servi\u00A0: chaque lien sert une fois, à une personne.",
} as const;

function OfferFacts({ offer }: { offer: Offer }) {
  return (
    <DefinitionList
      items={[
        { term: "Dossier", details: `${offer.number}, ${offer.title} (thème ${offer.themeCode})` },
        { term: "Porteur", details: offer.carrier },
        { term: "Vous invite", details: offer.invitedBy },
        {
          term: "Votre accès",
          details: `${accessLabel(offer.access)}\u00A0: ${accessSentence(offer.access)}`,
        },
        { term: "Valable jusqu’au", details: <InstantTime instant={offer.expiresAt} /> },
      ]}
    />
  );
}
