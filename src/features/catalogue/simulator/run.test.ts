import { describe, expect, it } from "vitest";
import { windowOf } from "@/domain/funding/calls";
import { euros } from "@/domain/money";
import { THEME_LIST, THEMES } from "@/domain/themes/index";
import type { ThemeCode } from "@/domain/themes/types";
import { lineNumbers } from "@/features/catalogue/simulator/field-names";
import { questionsOf } from "@/features/catalogue/simulator/questions";
import { runSimulation } from "@/features/catalogue/simulator/run";
import { simulatorSetup } from "@/features/catalogue/simulator/setup";

const run = (theme: ThemeCode, address: string) =>
  runSimulation({
    theme,
    questions: questionsOf(THEMES[theme]),
    calls: THEMES[theme].calls.map((call) => ({ ...windowOf(call), theme, juryDays: {} })),
    now: new Date("2021-01-20T10:00:00+01:00"),
    params: new URLSearchParams(address),
  });

const LINE = "depenses.0.nature=T3&depenses.0.annee=2021&depenses.0.categorie=developpement";

describe("the simulator's address", () => {
  it("computes what people typed as they typed it", async () => {
    const { result, errors } = await run("ITN6", `depenses.0.montant=60+000%2C00+€&${LINE}`);
    expect(errors).toEqual([]);
    expect(result?.amounts?.grant).toBe(euros(48_000));
    expect(result?.amounts?.remaining).toBe(euros(12_000));
  });

  it("says nothing while no spending is given", async () => {
    expect(await run("ITN3", `depenses.0.montant=&${LINE}`)).toEqual({ result: null, errors: [] });
  });

  it("tells an amount that is none, beside its field, and computes the rest", async () => {
    const { result, errors } = await run(
      "ITN3",
      `${LINE}&depenses.0.montant=300000&depenses.4.montant=abc`,
    );
    expect(result?.amounts?.total).toBe(euros(300_000));
    expect(errors).toEqual([
      { path: "depenses.4.montant", message: expect.stringContaining("dépense 2") },
    ]);
  });

  it("refuses a sum beyond the exact amounts instead of failing", async () => {
    const lines = Array.from({ length: 40 }, (_, n) => `depenses.${n}.montant=9999999999999`);
    const { result, errors } = await run("ITN3", lines.join("&"));
    expect(result).toBeNull();
    expect(errors[0]?.message).toContain("dépasse");
  });

  it("raises no objection to what is not answered, and one to an answer that fails", async () => {
    const silent = await run("ITN3", `depenses.0.montant=300000&${LINE}`);
    expect(silent.result?.verdict).toBe("eligible");
    const failing = await run("ITN3", `depenses.0.montant=300000&${LINE}&part-deconcentree=49,99`);
    expect(failing.result?.findings[0]?.code).toBe("DECONCENTRATED_SHARE_LOW");
    const mayor = await run(
      "ITN3",
      `depenses.0.montant=300000&${LINE}&porteur=collectivites-territoriales`,
    );
    expect(mayor.result?.findings[0]?.code).toBe("CARRIER_INELIGIBLE");
  });

  it("reads the answers of every kind", async () => {
    const { result, errors } = await run(
      "SNAP4",
      `depenses.0.montant=1000000&${LINE}&hebergement=other&cadence-indicateurs=year&metier-unique=oui&dnum-informee=non`,
    );
    expect(errors).toEqual([]);
    expect(result?.findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining([
        "HOSTING_NOT_COMPLIANT",
        "INDICATOR_CADENCE_TOO_SLOW",
        "TRADE_SPECIFIC_DOMAIN",
        "DNUM_INFORMATION_MISSING",
      ]),
    );
  });

  it("tells an answer it cannot read", async () => {
    const { errors } = await run("ITN3", `depenses.0.montant=300000&${LINE}&part-deconcentree=120`);
    expect(errors.map(({ path }) => path)).toEqual(["part-deconcentree"]);
  });

  it("asks each theme its own questions, once", () => {
    for (const theme of THEME_LIST) {
      const names = questionsOf(theme).map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
    expect(questionsOf(THEMES.ITN8A)[0]?.label).toContain("siège est en France");
    expect(simulatorSetup(THEMES.ITN7)).toBeNull();
  });
});

describe("the lines", () => {
  const lines = (address: string) => lineNumbers(new URLSearchParams(address));

  it("adds a line after the last, removes one and keeps the numbers of the others", () => {
    expect(lines("")).toEqual([0]);
    expect(lines("depenses.0.montant=1&depenses.3.montant=2&ajouter=1")).toEqual([0, 3, 4]);
    expect(lines("depenses.0.montant=1&depenses.3.montant=2&retirer=0")).toEqual([3]);
    expect(lines("depenses.0.montant=1&retirer=0")).toEqual([0]);
  });
});
