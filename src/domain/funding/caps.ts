import { finding } from "@/domain/funding/finding";
import type { GrantInProgress } from "@/domain/funding/rate";
import { sourceOf } from "@/domain/funding/sources";
import type { SimulationInput } from "@/domain/funding/types";
import { type Cents, cents, formatEuros, sum, ZERO } from "@/domain/money";
import type { FundingRules } from "@/domain/themes/types";

/** What the cap of a project leaves, over all its dossiers (SNAP3, SNAP4); null without such a cap. */
export function projectHeadroom(rules: FundingRules, priorGrants: readonly Cents[]): Cents | null {
  if (rules.capPerProject === undefined) return null;
  return cents(Math.max(0, rules.capPerProject - sum(priorGrants)));
}

/** The caps per dossier and per project, then what is asked: the smallest wins, each that lowers the grant is told. */
export function applyCaps(
  rules: FundingRules,
  computed: Cents,
  { priorGrants, requestedGrant }: Pick<SimulationInput, "priorGrants" | "requestedGrant">,
): GrantInProgress {
  const { capPerDossier, capPerProject } = rules;
  const result: GrantInProgress = { grant: computed, steps: [], findings: [] };
  const lower = (
    rule: "cap-per-dossier" | "cap-per-project" | "requested-grant",
    to: Cents,
    label: string,
  ) => {
    if (to >= result.grant) return;
    result.grant = to;
    const source = sourceOf(rules, rule);
    const requested = rule === "requested-grant";
    // Written for SNAP3; elsewhere the reading retained.
    const interpretation = requested && rules.sources[rule] === undefined;
    result.steps.push({ rule, label, amount: to, source, interpretation });
    const code = requested ? "REQUESTED_GRANT_RETAINED" : "GRANT_CAPPED";
    result.findings.push(finding(code, label, source, { interpretation }));
  };

  if (capPerDossier !== undefined) {
    lower(
      "cap-per-dossier",
      capPerDossier,
      `Plafond du dossier\u00A0: ${formatEuros(capPerDossier)}.`,
    );
  }
  const headroom = projectHeadroom(rules, priorGrants);
  if (capPerProject !== undefined && headroom !== null) {
    const granted = sum(priorGrants);
    const cap = `Plafond du projet\u00A0: ${formatEuros(capPerProject)}`;
    const label =
      granted > ZERO
        ? `${cap}, dont ${formatEuros(granted)} déjà accordés\u202F; reste ${formatEuros(headroom)}.`
        : `${cap}.`;
    lower("cap-per-project", headroom, label);
    if (headroom === ZERO) {
      const source = sourceOf(rules, "cap-per-project");
      result.findings.push(finding("PROJECT_CAP_REACHED", label, source));
    }
  }
  if (requestedGrant !== undefined) {
    const label = `Vous demandez ${formatEuros(requestedGrant)}\u00A0: la subvention ne dépasse pas la demande.`;
    lower("requested-grant", requestedGrant, label);
  }
  return result;
}
