import { MEMBERSHIP_WORDS } from "@/domain/rights/jury";
import type { Theme } from "@/domain/themes/types";
import { DayTime } from "@/ui/date-time";
import { DefinitionList } from "@/ui/definition-list";
import { StatusBadge } from "@/ui/status-badge";
import type { JuryMember } from "../queries/jury";
import { EndMandateForm, MemberForm } from "./jury-forms";

/** One member: what is known of them, and how their mandate ends. */
export function MemberView({ theme, member }: { theme: Theme; member: JuryMember }) {
  const { status, hindrance, load, entrusted, declaredOn } = member;
  const sits = status === "accepted" || status === "invited";
  return (
    <>
      <DefinitionList
        items={[
          { term: "Organisation", details: member.organisation ?? "Sans organisation" },
          {
            term: "Situation",
            details: <StatusBadge small {...MEMBERSHIP_WORDS[status]} />,
          },
          {
            term: "Peut recevoir un dossier",
            details: hindrance === null ? "Oui" : `Non\u00A0: ${hindrance}.`,
          },
          {
            term: "Déclaration d’intérêts",
            details: declaredOn ? <DayTime day={declaredOn} /> : "Aucune",
          },
          { term: "Dossiers en cours", details: String(load) },
          { term: "Dossiers confiés en tout", details: String(entrusted) },
        ]}
      />
      <h2 className="fr-h4 fr-mt-4w">Compétences et charge</h2>
      <MemberForm theme={theme.code} member={member} />
      {sits && (
        <>
          <h2 className="fr-h4 fr-mt-4w">Fin du mandat</h2>
          <p>
            Plus aucun dossier ne sera confié à cette personne. Ceux qu’elle a déjà lui restent à
            noter{"\u00A0"}; pour les lui retirer, déportez-la depuis chaque dossier.
          </p>
          <EndMandateForm theme={theme.code} member={member} />
        </>
      )}
    </>
  );
}
