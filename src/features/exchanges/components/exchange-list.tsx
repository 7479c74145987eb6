import { InstantTime } from "@/ui/date-time";
import { StatusBadge } from "@/ui/status-badge";

export interface Exchange {
  id: string;
  author: string;
  at: Date;
  body: string;
  /** Read now for the first time. */
  isNew?: boolean;
}

/** What was written, the newest first: plain text, as typed, where no address becomes a link. */
export function ExchangeList({ items }: { items: readonly Exchange[] }) {
  return (
    <ul className="guichet-exchanges">
      {items.map(({ id, author, at, body, isNew }) => (
        <li key={id}>
          <p className="fr-mb-1v">
            <strong>{author}</strong>, <InstantTime instant={at} />{" "}
            {isNew && <StatusBadge small label="Nouveau" severity="info" />}
          </p>
          <p className="guichet-exchanges__body">{body}</p>
        </li>
      ))}
    </ul>
  );
}
