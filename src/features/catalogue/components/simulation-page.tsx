import "@/features/catalogue/catalogue.css";
import type { FieldError } from "@/domain/errors";
import type { SimulationResult } from "@/domain/funding/types";
import type { Theme } from "@/domain/themes/types";
import { SimulatorSection } from "@/features/catalogue/components/simulator-section";
import type { PublicCalls } from "@/features/catalogue/public-calls";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

interface Props {
  theme: Theme;
  all: PublicCalls;
  params: URLSearchParams;
  result: SimulationResult | null;
  errors: readonly FieldError[];
}

/** The simulation of an address, computed on the server: what people share, and what works without script. */
export function SimulationPage({ theme, all, ...asked }: Props) {
  const title = `Simulation ${theme.code}`;
  const name = `${theme.code}\u00A0: ${theme.title}`;
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Thèmes", href: routes.themes() },
          { label: name, href: routes.theme(theme.slug) },
        ]}
        current={title}
      />
      <h1>{title}</h1>
      <p>
        <AppLink href={routes.theme(theme.slug)}>{name}</AppLink>
      </p>
      <h2>Votre projet</h2>
      <SimulatorSection theme={theme} all={all} asked={asked} />
    </>
  );
}
