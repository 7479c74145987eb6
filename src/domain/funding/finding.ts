import type { Finding, FindingCode } from "@/domain/funding/types";
import type { ThemeCode } from "@/domain/themes/types";

/** How much each notice matters. Every other code changes the verdict. */
const NOTICES: Partial<Record<FindingCode, Finding["severity"]>> = {
  DNUM_INFORMATION_MISSING: "incomplete",
  DNUM_JOINT_FILING_MISSING: "incomplete",
  T2_COUNTERPART_MISSING: "incomplete",
  SIZE_OUT: "warning",
  T2_NOT_ACCEPTED: "warning",
  EXPENSE_OUT_OF_BASE: "warning",
  PROJECT_CAP_REACHED: "warning",
  IMPLEMENTATION_TOO_LONG: "warning",
  GRANT_CAPPED: "information",
  REQUESTED_GRANT_RETAINED: "information",
  DIRECTOR_OPINION_REQUIRED: "information",
  NEXT_ROUND: "information",
};

/** A finding with the severity of its code. `interpretation` marks a reading retained where the texts are silent. */
export function finding(
  code: FindingCode,
  message: string,
  source: string,
  more: { interpretation?: boolean; theme?: ThemeCode } = {},
): Finding {
  const { interpretation = false, theme } = more;
  const severity = NOTICES[code] ?? "blocking";
  return { code, severity, message, source, interpretation, ...(theme && { theme }) };
}
