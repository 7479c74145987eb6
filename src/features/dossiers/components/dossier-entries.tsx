import { routes } from "@/routes";
import { EntryList } from "@/ui/entry-list";

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
  return <EntryList label="Autour du dossier" entries={entries} />;
}
