import "server-only";
import { BusinessError } from "@/domain/errors";
import { parseSimulationRequest } from "@/domain/funding/request";
import { type SimulationResponse, toResponse } from "@/domain/funding/response";
import { simulate } from "@/domain/funding/simulate";
import { themeByCode } from "@/domain/themes/index";
import type { Theme } from "@/domain/themes/types";
import { callsOf } from "@/features/catalogue/public-calls";
import { publicCalls } from "@/features/catalogue/queries";

/** The theme of a code written as in the texts, such as `ITN8A`. Throws `not-found`. */
export function publishedTheme(code: string | undefined): Theme {
  const theme = themeByCode(code ?? "");
  if (!theme) {
    const message = "Aucun thème ne porte ce code. Les codes s’écrivent en capitales, comme ITN8A.";
    throw new BusinessError("not-found", message);
  }
  return theme;
}

/**
 * What the rules of a theme say of the JSON of a request, with the calls as their owners have opened them; the filing
 * instant is the portal's clock unless the request gives one. Throws `invalid-input` with the wrong fields.
 */
export async function answerSimulation(theme: Theme, json: unknown): Promise<SimulationResponse> {
  const all = await publicCalls();
  const parsed = parseSimulationRequest(json, all.now);
  if (!parsed.success) {
    throw new BusinessError("invalid-input", "Certaines valeurs sont à corriger.", parsed.fields);
  }
  return toResponse(simulate(theme, parsed.input, callsOf(all, theme.code)));
}
