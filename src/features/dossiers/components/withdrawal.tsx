import type { DossierStatus } from "@/domain/dossier/statuses";
import { routes } from "@/routes";
import { EmptyState } from "@/ui/empty-state";
import { isWithdrawable } from "../withdrawable";
import { WithdrawalForm } from "./withdrawal-form";

/** The consequence of a withdrawal, then its form; or why it is no longer possible. */
export function Withdrawal({ number, status }: { number: string; status: DossierStatus }) {
  if (!isWithdrawable(status)) {
    return (
      <EmptyState action={{ label: "Revenir au dossier", href: routes.dossier(number) }}>
        Ce dossier ne peut plus être retiré.
      </EmptyState>
    );
  }
  return (
    <>
      <p className="fr-text--lead">
        Le retrait met fin à l’examen du dossier. Il est définitif{"\u00A0"}: pour vous présenter à
        nouveau, vous commencerez un autre dossier tant que le thème est ouvert.
      </p>
      <p>
        Vos réponses, le récépissé et la raison du retrait restent lisibles par votre équipe et par
        le porteur du thème.
      </p>
      <WithdrawalForm number={number} />
    </>
  );
}
