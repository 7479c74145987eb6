import type { ReactNode } from "react";
import { AppLink } from "@/ui/app-link";

export interface EmptyStateProps {
  /** Why there is nothing: « Vous n’avez pas encore de dossier. » */
  children: ReactNode;
  /** The way on. */
  action?: { label: string; href: string };
}

/** An empty list says why and gives one action; never a bare table. */
export function EmptyState({ children, action }: EmptyStateProps) {
  return (
    <div className="guichet-empty">
      <p>{children}</p>
      {action !== undefined && (
        <AppLink href={action.href} className="fr-btn">
          {action.label}
        </AppLink>
      )}
    </div>
  );
}
