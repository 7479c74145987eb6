import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";

/** What waits for the DNUM, with the way there. */
export function VisasToGive({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <p>
      <AppLink className="fr-btn fr-btn--secondary" href={routes.visas()}>
        {count === 1 ? "1 visa à donner" : `${count.toLocaleString("fr-FR")} visas à donner`}
      </AppLink>
    </p>
  );
}
