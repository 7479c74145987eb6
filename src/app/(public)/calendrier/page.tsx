import type { Metadata } from "next";
import { Calendar } from "@/features/catalogue/components/calendar";
import { publicCalls } from "@/features/catalogue/queries";

export const metadata: Metadata = {
  title: "Calendrier",
  description:
    "Ouvertures, fermetures, derniers jours de dépôt et jurys des 17 thèmes des fonds numériques de France Relance.",
};

export default async function CalendarPage() {
  return <Calendar all={await publicCalls()} />;
}
