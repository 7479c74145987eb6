import { expect, test } from "vitest";
import { FORMS } from "@/domain/themes/forms";
import { FRENCH_COMPANY_FIELD, FRENCH_COMPANY_THEMES, PROVIDER_THEMES } from "./companies";

test("what is said to be asked of companies is what the forms ask", () => {
  const asking = FORMS.filter(({ fields }) => FRENCH_COMPANY_FIELD in fields.shape);
  expect(asking.map(({ theme }) => theme)).toEqual(FRENCH_COMPANY_THEMES);
  const providers = FORMS.filter(({ asksProvider }) => asksProvider);
  expect(providers.map(({ theme }) => theme)).toEqual(PROVIDER_THEMES);
});
