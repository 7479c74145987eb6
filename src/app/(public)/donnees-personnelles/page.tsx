import type { Metadata } from "next";
import { service } from "@/server/service";
import { TextPage } from "@/ui/text-page";
import { PersonalData } from "./personal-data";

export const metadata: Metadata = { title: "Données personnelles" };

export default function PersonalDataPage() {
  return (
    <TextPage
      title="Données personnelles"
      lead="Ce que le portail sait des agents qui l’utilisent, pourquoi, et combien de temps."
    >
      <PersonalData service={service()} />
    </TextPage>
  );
}
