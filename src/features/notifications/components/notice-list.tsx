import { formatWeekday, parisDay } from "@/domain/calendar";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { InstantTime } from "@/ui/date-time";
import { EmptyState } from "@/ui/empty-state";
import { KeysetPagination } from "@/ui/pagination";
import { StatusBadge } from "@/ui/status-badge";
import { cursorText } from "../cursor";
import type { MyNotice, MyNotices } from "../queries/my-notices";
import { MarkForm } from "./mark-form";

export interface NoticeListProps {
  page: MyNotices;
  isFirst: boolean;
}

/** What happened, unread first, by day: a sentence, its dossier, the exact place. */
export function NoticeList({ page, isFirst }: NoticeListProps) {
  const { notices, unread, total, next } = page;
  if (total === 0) {
    return (
      <EmptyState action={{ label: "Ouvrir mon espace", href: routes.landing() }}>
        Vous n’avez pas encore de notification. Un dépôt, une décision ou une échéance en écrit une
        ici, et vous prévient par courriel.
      </EmptyState>
    );
  }
  return (
    <>
      <p className="fr-text--lead">{unreadSentence(unread)}</p>
      <p>
        <AppLink href={routes.account()}>Choisir les courriels que je reçois</AppLink>
      </p>
      <MarkForm>
        {unread > 0 && (
          <button
            type="submit"
            name="mark"
            value="all"
            className="fr-btn fr-btn--secondary fr-mb-3w"
          >
            Tout marquer comme lu
          </button>
        )}
        <Part title="Non lues" notices={notices.filter(({ read }) => !read)} />
        <Part title="Lues" notices={notices.filter(({ read }) => read)} />
      </MarkForm>
      <KeysetPagination
        label="Pages des notifications"
        previousHref={isFirst ? null : routes.notifications()}
        nextHref={next && routes.notificationsAfter(cursorText(next))}
      />
    </>
  );
}

function unreadSentence(unread: number): string {
  if (unread === 0) return "Vous avez tout lu.";
  return unread === 1
    ? "1 notification n’est pas lue."
    : `${unread} notifications ne sont pas lues.`;
}

function Part({ title, notices }: { title: string; notices: readonly MyNotice[] }) {
  if (notices.length === 0) return null;
  const days = Map.groupBy(notices, ({ at }) => parisDay(at));
  return (
    <section>
      <h2 className="fr-h4">{title}</h2>
      {[...days].map(([day, told]) => (
        <section key={day}>
          <h3 className="fr-h6 fr-mb-1w">
            <time dateTime={day}>{formatWeekday(day)}</time>
          </h3>
          <ul className="guichet-notices">
            {told.map((notice) => (
              <Notice key={notice.id} notice={notice} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function Notice({ notice }: { notice: MyNotice }) {
  const { id, at, read, sentence, number, link } = notice;
  return (
    <li>
      <p id={`notification-${id}`} className={read ? "fr-mb-1v" : "fr-mb-1v fr-text--bold"}>
        {sentence}
      </p>
      <p className="fr-text--sm fr-mb-1v">
        <StatusBadge small label={read ? "Lu" : "Non lu"} severity={read ? undefined : "info"} />{" "}
        <InstantTime instant={at} format="time" />
        {number && `, dossier ${number}`}
      </p>
      <p className="guichet-notices__acts">
        {link && <AppLink href={link.path}>{link.label}</AppLink>}
        <button
          type="submit"
          name="mark"
          value={`${read ? "unread" : "read"}:${id}`}
          className="fr-btn fr-btn--sm fr-btn--tertiary"
          aria-describedby={`notification-${id}`}
        >
          {read ? "Marquer comme non lu" : "Marquer comme lu"}
        </button>
      </p>
    </li>
  );
}
