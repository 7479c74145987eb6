import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";

export interface DossierEntriesProps {
  number: string;
  /** Messages of the instruction not read yet; absent before the filing, when there is none to write to. */
  unread?: number;
}

/** The pages around a dossier's form: the people, what they say, what they changed. */
export function DossierEntries({ number, unread }: DossierEntriesProps) {
  const messages = unread ? `Messages de l’instruction (${unread} à lire)` : "Messages";
  const entries = [
    ...(unread === undefined ? [] : [{ label: messages, href: routes.messages(number) }]),
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
