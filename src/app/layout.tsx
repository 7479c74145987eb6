import "@/ui/portal.scss";
import "@/ui/dsfr/register-link";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { EARLY_SCRIPT } from "@/server/early-script";
import { ICONS, service } from "@/server/service";

export function generateMetadata(): Metadata {
  const { name, tagline } = service();
  return {
    title: { default: name, template: `%s – ${name}` },
    description: tagline,
    icons: ICONS,
    // Telephone numbers and amounts are not links to call.
    formatDetection: { telephone: false, address: false, email: false },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#161616" },
  ],
};

/** The document. Who is signed in is known below, by the layout of each room. */
export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="fr" data-fr-scheme="system" suppressHydrationWarning>
      <head>
        <script suppressHydrationWarning dangerouslySetInnerHTML={{ __html: EARLY_SCRIPT }} />
      </head>
      <body>{children}</body>
    </html>
  );
}
