import type { FieldError } from "@/domain/errors";
import type { SimulationResult } from "@/domain/funding/types";
import type { Theme } from "@/domain/themes/types";
import { callsOf, type PublicCalls } from "@/features/catalogue/public-calls";
import { lineNumbers } from "@/features/catalogue/simulator/field-names";
import { ResultPanel } from "@/features/catalogue/simulator/result-panel";
import { simulatorSetup } from "@/features/catalogue/simulator/setup";
import { Simulator } from "@/features/catalogue/simulator/simulator";
import { ReadingNote } from "@/ui/reading-note";

interface Props {
  theme: Theme;
  all: PublicCalls;
  /** What the address says, and what the rules say of it: absent on the theme's own page. */
  asked?: {
    params: URLSearchParams;
    result: SimulationResult | null;
    errors: readonly FieldError[];
  };
}

/** The simulator of a theme, or why there is none. */
export function SimulatorSection({ theme, all, asked }: Props) {
  const setup = simulatorSetup(theme);
  if (setup === null) {
    return (
      <>
        <p>Aucun calcul n’est possible pour {theme.code}.</p>
        <ReadingNote source={theme.envelope.source}>
          les textes ne publient ni taux, ni plafond, ni dépenses admises pour ce thème. Le portail
          montre ce qui est connu et ne calcule pas de subvention.
        </ReadingNote>
      </>
    );
  }
  const params = asked?.params ?? new URLSearchParams();
  return (
    <>
      <p>
        Indiquez au moins le montant d’une dépense, par exemple 12{"\u202F"}500,50. Plus vous
        répondez, plus le résultat est précis.
      </p>
      <Simulator
        setup={setup}
        calls={callsOf(all, theme.code)}
        clockOffset={all.now.getTime() - Date.now()}
        lines={lineNumbers(params)}
        values={Object.fromEntries(params)}
        errors={asked?.errors ?? []}
        resultFirst={asked !== undefined}
      >
        {asked?.result && <ResultPanel result={asked.result} />}
      </Simulator>
    </>
  );
}
