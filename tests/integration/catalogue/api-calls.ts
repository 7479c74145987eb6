import { GET as DESCRIPTION } from "@/app/api/v1/openapi.json/route";
import { GET as THEME } from "@/app/api/v1/themes/[code]/route";
import { OPTIONS, POST } from "@/app/api/v1/themes/[code]/simulation/route";
import { GET as THEMES } from "@/app/api/v1/themes/route";

const PORTAL = "http://localhost:3000";
const ADDRESS = { "x-forwarded-for": "203.0.113.7" };
const context = (code?: string) => {
  const params: Record<string, string> = code === undefined ? {} : { code };
  return { params: Promise.resolve(params) };
};

/** Sends a text to the simulation of a theme. */
export function postText(
  code: string,
  body: string | ReadableStream | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = { "content-type": "application/json" },
): Promise<Response> {
  const request = new Request(`${PORTAL}/api/v1/themes/${code}/simulation`, {
    method: "POST",
    body,
    headers: { ...ADDRESS, ...headers },
    ...({ duplex: "half" } as object),
  });
  return POST(request, context(code));
}

/** Sends JSON to the simulation of a theme. */
export const post = (code: string, body: unknown) => postText(code, JSON.stringify(body));

/** The answer of a simulation that the contract accepts. */
export async function simulated(code: string, body: unknown) {
  const response = await post(code, body);
  const json = await response.json();
  if (response.status !== 200) throw new Error(JSON.stringify(json));
  return json;
}

const get = (path: string) => new Request(PORTAL + path, { headers: ADDRESS });

export const getThemes = () => THEMES(get("/api/v1/themes"), context());
export const getTheme = (code: string) => THEME(get(`/api/v1/themes/${code}`), context(code));
export const getDescription = () => DESCRIPTION(get("/api/v1/openapi.json"), context());
export const askPreflight = () => OPTIONS();

/** A line of external spending of 2021. */
export const line = (amount: string, more: object = {}) => ({
  amount,
  nature: "T3",
  year: 2021,
  category: "development",
  ...more,
});
/** A line of staff cost of 2021. */
export const staff = (amount: string) => line(amount, { nature: "T2", category: "staff" });

/** The findings as the contract lists them. */
export const CODES = [
  // Blocking
  ...["CARRIER_INELIGIBLE", "PROCEDURE_NOT_LISTED", "NOT_IN_CHARGE_OF_PROCEDURE"],
  ...["DECONCENTRATED_SHARE_LOW", "CENTRAL_ADMINISTRATION_MISSING", "INNOVATIVE_SHARE_LOW"],
  ...["FRENCH_COMPANY_MISSING", "RESULTS_TOO_LATE", "ONLY_SYSTEM_REBUILD"],
  ...["RIE_NETWORK_TOO_RECENT", "HOSTING_NOT_COMPLIANT", "INDICATOR_CADENCE_TOO_SLOW"],
  ...["TRADE_SPECIFIC_DOMAIN", "IMPACT_ANALYSIS_MISSING"],
  // Incomplete, not open, redirect, not computable
  ...["DNUM_INFORMATION_MISSING", "DNUM_JOINT_FILING_MISSING", "T2_COUNTERPART_MISSING"],
  ...["NOT_OPEN", "LATE", "OTHER_CALL", "OTHER_THEME", "NO_RULE_PUBLISHED"],
  // Notices
  ...["SIZE_OUT", "T2_NOT_ACCEPTED", "EXPENSE_OUT_OF_BASE", "GRANT_CAPPED"],
  ...["PROJECT_CAP_REACHED", "REQUESTED_GRANT_RETAINED", "IMPLEMENTATION_TOO_LONG"],
  ...["DIRECTOR_OPINION_REQUIRED", "NEXT_ROUND"],
];
