import { expect, test } from "vitest";
import { organisation, organisations } from "./organisations";
import { personas } from "./personas";

/** Luhn's key over the 14 digits of a SIRET. */
function luhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, rank) => {
    const doubled = Number(digit) * (rank % 2 === 0 ? 1 : 2);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

const unique = (values: string[]) => new Set(values).size === values.length;

test("organisations have a valid SIRET of their own and known relatives", () => {
  expect(unique(organisations.map((each) => each.key))).toBe(true);
  expect(unique(organisations.map((each) => each.siret))).toBe(true);
  for (const each of organisations) {
    expect(each.siret).toMatch(/^\d{14}$/);
    expect(luhn(each.siret), each.key).toBe(true);
    for (const key of [each.ministryKey, each.parentKey, each.dnumKey]) {
      if (key) expect(() => organisation(key)).not.toThrow();
    }
    if (each.kind === "ministry") expect(organisation(each.dnumKey ?? "").kind).toBe("dnum");
  }
});

test("personas are distinct people with what the provider always sends", () => {
  expect(unique(personas.map((each) => each.key))).toBe(true);
  expect(unique(personas.map((each) => each.claims.sub))).toBe(true);
  expect(unique(personas.map((each) => each.claims.email))).toBe(true);
  for (const { claims, key } of personas) {
    expect(claims.email, key).toMatch(/^[a-z.-]+@[a-z-]+\.example$/);
    expect(luhn(claims.siret), key).toBe(true);
  }
});

test("the five jurors include one of the ministry of a carrier", () => {
  const jurors = personas.filter((each) => each.grants.some((grant) => grant.role === "juror"));
  const ministry = (key: string | null) => organisation(key ?? "").ministryKey;
  const carrier = personas.find((each) => each.key === "porteuse-centrale");
  const conflicts = jurors.filter(
    (juror) => ministry(juror.organisationKey) === ministry(carrier?.organisationKey ?? null),
  );
  expect(jurors).toHaveLength(5);
  expect(conflicts.map((juror) => juror.key)).toEqual(["jure-en-conflit"]);
});
