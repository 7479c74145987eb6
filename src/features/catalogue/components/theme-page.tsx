import "@/features/catalogue/catalogue.css";
import type { Theme } from "@/domain/themes/types";
import { KeyFacts } from "@/features/catalogue/components/key-facts";
import { SimulatorSection } from "@/features/catalogue/components/simulator-section";
import { ThemeCallsList } from "@/features/catalogue/components/theme-calls-list";
import { ThemeHeader } from "@/features/catalogue/components/theme-header";
import { themeSections } from "@/features/catalogue/components/theme-sections";
import { callsOf, type PublicCalls } from "@/features/catalogue/public-calls";
import { calendarOf } from "@/features/catalogue/theme-calls";
import { routes } from "@/routes";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";
import { PageSummary } from "@/ui/page-summary";

interface Props {
  theme: Theme;
  all: PublicCalls;
  contact: string;
}

/** Screen 3: does my project fit, and for how much? */
export function ThemePage({ theme, all, contact }: Props) {
  const calls = callsOf(all, theme.code);
  const sections = themeSections(theme, {
    simulator: <SimulatorSection theme={theme} all={all} />,
    calls: <ThemeCallsList theme={theme} calls={calls} now={all.now} />,
  });
  return (
    <>
      <PageBreadcrumb
        trail={[{ label: "Thèmes", href: routes.themes() }]}
        current={`${theme.code}\u00A0: ${theme.title}`}
      />
      <ThemeHeader theme={theme} calendar={calendarOf(all, theme.code)} contact={contact} />
      <KeyFacts theme={theme} />
      <PageSummary parts={sections} />
      {sections.map(({ id, title, content }) => (
        <section key={id} aria-labelledby={id} className="catalogue-section fr-mb-4w">
          <h2 id={id}>{title}</h2>
          {content}
        </section>
      ))}
    </>
  );
}
