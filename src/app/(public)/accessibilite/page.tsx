import type { Metadata } from "next";
import { service } from "@/server/service";
import { TextPage } from "@/ui/text-page";
import { Declaration } from "./declaration";

export const metadata: Metadata = { title: "Accessibilité\u00A0: non conforme" };

export default function AccessibilityPage() {
  return (
    <TextPage title="Déclaration d’accessibilité">
      <Declaration service={service()} />
    </TextPage>
  );
}
