import { AppLink } from "@/ui/app-link";

/** The pages around one thing, as one list of links; `label` names the list to assistive technologies. */
export function EntryList(props: {
  label: string;
  entries: readonly { label: string; href: string }[];
}) {
  return (
    <nav aria-label={props.label}>
      <ul className="guichet-entries">
        {props.entries.map(({ label, href }) => (
          <li key={href}>
            <AppLink href={href}>{label}</AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
