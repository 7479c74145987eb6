import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";

/** The pages around a dossier's form: the people, what they say, what they changed. */
export function DossierEntries({ number }: { number: string }) {
  const entries = [
    { label: "Équipe", href: routes.team(number) },
    { label: "Commentaires", href: routes.comments(number) },
    { label: "Historique", href: routes.answerHistory(number) },
    { label: "Dupliquer", href: routes.duplication(number) },
  ];
  return (
    <nav aria-label="Autour du dossier">
      <ul className="guichet-entries">
        {entries.map(({ label, href }) => (
          <li key={href}>
            <AppLink href={href}>{label}</AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
