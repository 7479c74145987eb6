import type { Metadata } from "next";
import { service } from "@/server/service";
import { TextPage } from "@/ui/text-page";
import { Help } from "./help";

export const metadata: Metadata = { title: "Aide" };

export default function HelpPage() {
  return (
    <TextPage
      title="Aide"
      lead="Comment choisir un thème, déposer un dossier, et ce qui se passe ensuite."
    >
      <Help contact={service().contactEmail} />
    </TextPage>
  );
}
