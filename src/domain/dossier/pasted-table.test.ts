import { describe, expect, it } from "vitest";
import { PASTED_PLAN } from "./pasted-plan";
import { PASTED_SITES } from "./pasted-sites";
import {
  asRows,
  asText,
  plainWords,
  problemSentence,
  readPasted,
  separatorOf,
} from "./pasted-table";

const plan = (text: string) => readPasted(PASTED_PLAN, asRows(text));
const sites = (text: string) => readPasted(PASTED_SITES, asRows(text));
const sentences = (table: ReturnType<typeof plan> | ReturnType<typeof sites>) =>
  table.rows.flatMap(({ row, problems }) => problems.map((one) => problemSentence(row, one)));

describe("a pasted text", () => {
  it.each([
    ["a\tb;c,d", "\t"],
    ["a;b,c", ";"],
    ["a,b", ","],
    ["\n\na;b", ";"],
    ['"a;b",c', ","],
    ["seul", ","],
  ])("%j is cut at %j", (text, separator) => {
    expect(separatorOf(text)).toBe(separator);
  });

  it("comes back as it was, a line per row, whatever its cells hold", () => {
    const rows = [
      ["a", "b\tc\nd"],
      ["", "e"],
    ];
    expect(asRows(asText(rows))).toEqual([
      ["a", "b c d"],
      ["", "e"],
    ]);
    expect(asRows("")).toEqual([]);
  });

  it("is compared without accents, case nor punctuation", () => {
    expect(plainWords("  Débit après (Mbit/s) ")).toBe("debit apres mbit s");
  });
});

describe("a plan pasted from a spreadsheet", () => {
  it("finds its columns by their headings, in any order", () => {
    const table = plan(
      "Année\tLibellé\tCouleur\tMontant HT\tHT/TTC\tTVA\tCatégorie\n2021\tAudit\tbleu\t10 000,50\tHT\t5,5 %\tprestations",
    );
    expect(table).toMatchObject({ hasHeadings: true, ignored: ["Couleur"], refusal: null });
    expect(table.rows).toMatchObject([
      {
        row: 2,
        problems: [],
        line: {
          label: "Audit",
          year: "2021",
          typedAmount: "10 000,50",
          tax: "HT",
          taxRate: "5,5 %",
          category: "services",
          nature: "T3",
        },
      },
    ]);
  });

  it("reads the portal's own order without headings", () => {
    const table = plan("Développement de l’annuaire\tT3\t2022\tDéveloppement\t120000");
    expect(table.hasHeadings).toBe(false);
    expect(table.rows[0]).toMatchObject({
      row: 1,
      problems: [],
      line: { year: "2022", category: "development", tax: "TTC", typedAmount: "120000" },
    });
  });

  it("values a post in T2 from its cost", () => {
    const table = plan(
      "Intitulé\tAnnée\tCatégorie\tCoût annuel\tQuotité\tMois\nCheffe de projet\t2021\tagents\t60000\t50 %\t6",
    );
    expect(table.rows[0]).toMatchObject({
      problems: [],
      line: { nature: "T2", category: "staff", tax: "", annualCost: "60000", timeShare: "50 %" },
    });
  });

  it("says line, column and what to do, and leaves empty rows out without renumbering", () => {
    const table = plan(
      "Intitulé\tAnnée\tCatégorie\tMontant\n\t\t\t\nAudit\t2O21\tprestations\t1000\nFormation\t2021\tvoyages\t1.234,50\n",
    );
    expect(sentences(table)).toEqual([
      "Ligne 3, colonne Année, «\u00A02O21\u00A0»\u00A0: l’année doit être comprise entre 2020 et 2035. Exemple\u00A0: 2022.",
      "Ligne 4, colonne Catégorie, «\u00A0voyages\u00A0»\u00A0: choisissez une catégorie dans la liste.",
      "Ligne 4, colonne Montant, «\u00A01.234,50\u00A0»\u00A0: le montant doit être un nombre en euros, supérieur à zéro. Exemple\u00A0: 12\u202F500,50.",
    ]);
  });

  it.each([
    ["", "dépenses"],
    ["Intitulé\tAnnée\tCatégorie\tMontant", "dépenses"],
    ["Intitulé\tMontant\nAudit\t10", "«\u00A0Année\u00A0», «\u00A0Catégorie\u00A0»"],
    [Array.from({ length: 201 }, () => "Audit\tT3\t2021\tAutre\t1").join("\n"), "201 lignes"],
  ])("is refused as a whole when it cannot be read (%#)", (text, told) => {
    expect(plan(text).refusal).toContain(told);
    expect(plan(text).rows).toEqual([]);
  });

  it("takes 200 lines", () => {
    const text = Array.from({ length: 200 }, () => "Audit\tT3\t2021\tAutre\t1").join("\n");
    expect(plan(text).rows).toHaveLength(200);
  });

  it.each([
    ["0,2", "20"],
    ["0.055", "5,5"],
    ["0,021", "2,1"],
    ["0.1", "10"],
    ["0", "0"],
    ["20 %", "20 %"],
    ["", "20"],
  ])("reads the rate %s as %s", (cell, taxRate) => {
    const table = plan(
      `Intitulé\tAnnée\tCatégorie\tMontant\tTaxe\tTVA\nA\t2021\tautre\t1\tHT\t${cell}`,
    );
    expect(table.rows[0]?.line.taxRate).toBe(taxRate);
    expect(table.rows[0]?.problems).toEqual([]);
  });

  it("takes off the apostrophe that neutralised a formula", () => {
    expect(plan("'=SOMME(A1)\tT3\t2021\tAutre\t1").rows[0]?.line.label).toBe("=SOMME(A1)");
  });
});

describe("a hostile cell", () => {
  it("never stops the reading: it is cleaned, cut, and refused by its column", () => {
    const table = plan(`A\u0000\uD800${"é".repeat(3_000)}\tT3\t2021\tAutre\t1`);
    expect(table.rows[0]?.line.label.length).toBeLessThanOrEqual(500);
    expect(table.rows[0]?.problems.map(({ column }) => column)).toEqual(["Intitulé"]);
  });
});

describe("sites pasted from a spreadsheet", () => {
  const HEAD = "Nom\tAdresse\tEffectif\tDébit avant\tDébit après\tTechnologie\tTerritoire\tPartage";

  it.each([
    ["FTTH", "Zone rurale", "x", ["fibre", "rural", "oui"]],
    ["fibre", "rural", "oui", ["fibre", "rural", "oui"]],
    ["4G/5G", "Outre-mer", "Non", ["mobile", "overseas", "non"]],
    ["Boîtier de compression", "urbain", "O", ["compression", "other", "oui"]],
  ])("reads %s, %s, %s", (technology, territory, shared, expected) => {
    const row = sites(`${HEAD}\nA\tB\t3\t4\t100\t${technology}\t${territory}\t${shared}`).rows[0];
    expect([row?.line.technology, row?.line.territory, row?.line.shared]).toEqual(expected);
    expect(row?.problems).toEqual([]);
  });

  it("says which choice it does not know", () => {
    const table = sites(`${HEAD}\nA\tB\t3\t4\t100\tcuivre\trural\tpeut-être`);
    expect(sentences(table)).toEqual([
      "Ligne 2, colonne Technologie, «\u00A0cuivre\u00A0»\u00A0: choisissez fibre optique, 4G ou 5G, boîtier de compression, ou autre.",
      "Ligne 2, colonne Partagé entre administrations, «\u00A0peut-être\u00A0»\u00A0: dites par oui ou non si plusieurs administrations partagent ce raccordement.",
    ]);
  });

  it("takes 500 and refuses 501", () => {
    const row = "A\tB\t3\t4\t100\tFibre optique\tRural ou peu dense\tNon";
    expect(sites(Array(500).fill(row).join("\n")).rows).toHaveLength(500);
    expect(sites(Array(501).fill(row).join("\n")).refusal).toContain("501 lignes");
  });
});
