import { expect, test } from "vitest";
import { cents, euros } from "@/domain/money";
import { type DecisionLetterData, decisionLetterPdf, OUTCOME_WORDS } from "./decision-letter";
import { documentPdf } from "./document";
import { type ReceiptData, receiptPdf } from "./receipt";

const service = {
  name: "Guichet",
  tagline: "Fonds",
  contact: "contact@exemple.gouv.fr",
  verification: "https://guichet.example/verification",
};
const common = {
  service,
  number: "2021-000421",
  title: "Guichet unique des permis",
  theme: { code: "ITN3", title: "Un thème" },
  carrierName: "Préfecture de l’Isère",
  filedAt: new Date("2021-01-20T13:32:00Z"),
  fingerprint: "0123456789abcdef".repeat(4),
};
const receipt: ReceiptData = {
  ...common,
  act: "file",
  callLabel: "Appel à projets",
  filedBy: "Camille Durand",
  files: 2,
  amounts: {
    total: euros(400_000),
    base: euros(400_000),
    grant: euros(300_000),
    requested: cents(29_999_999),
  },
  nextDates: [{ label: "Comité d’experts" }, { label: "Fin du dépôt", day: "2021-01-31" }],
};
const letter: DecisionLetterData = {
  ...common,
  authority: "Direction interministérielle du numérique",
  outcome: "accepted",
  amount: euros(250_000),
  computed: { total: euros(400_000), base: euros(400_000), grant: euros(300_000) },
  motive: "Le projet est solide.\n\nIl reste à préciser le calendrier.",
  strengths: "- Une équipe en place\n- Un besoin démontré",
  weaknesses: "",
  expectations: [],
  decidedAt: new Date("2021-02-10T09:00:00Z"),
  notifiedAt: new Date("2021-02-12T09:00:00Z"),
  recused: 1,
  seal: "fedcba9876543210".repeat(4),
  nextDates: [],
};

const minutes = (words: string) =>
  documentPdf({
    service,
    title: "Procès-verbal, Jury ITN3",
    foot: "Procès-verbal",
    at: new Date("2021-01-20T18:00:00Z"),
    blocks: [
      { kind: "heading", level: 2, text: words },
      { kind: "text", text: `${words}\n\nSecond paragraphe.` },
      { kind: "list", items: [words, "Autre"] },
      { kind: "facts", rows: [{ label: words, value: words }] },
      {
        kind: "table",
        caption: words,
        columns: ["A", "B"],
        rows: [
          [words, ""],
          ["", words],
        ],
      },
      { kind: "heading", level: 3, text: "Signatures" },
      { kind: "fingerprint", value: "0123456789abcdef".repeat(4) },
    ],
  });

const text = (pdf: Uint8Array) => Buffer.from(pdf).toString("latin1");

test.each([
  ["receipt", () => receiptPdf(receipt), "Récépissé de dépôt, dossier 2021-000421"],
  ["letter", () => decisionLetterPdf(letter), "Décision sur le dossier 2021-000421"],
  ["minutes", () => minutes("Le jury"), "Procès-verbal, Jury ITN3"],
])("the %s is a tagged PDF/UA-1 in French with a title", (_name, make, title) => {
  const pdf = text(make());
  expect(pdf.startsWith("%PDF-1.7")).toBe(true);
  expect(pdf).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/);
  expect(pdf).toMatch(/\/Lang\s*\(fr-FR\)/);
  expect(pdf).toMatch(/pdfuaid:part>1</);
  expect(pdf).toContain("/StructTreeRoot");
  expect(Buffer.from(pdf, "latin1").toString("utf8")).toContain(title);
});

test("the same facts give the same bytes: a receipt can be printed again", () => {
  expect(Buffer.from(receiptPdf(receipt)).equals(Buffer.from(receiptPdf(receipt)))).toBe(true);
});

test("markup and code in a text stay text", () => {
  const hostile = '#panic("x") = Titre $x$ \\ *gras* [ ] @ref "guillemet" \u0000'.replace("\0", "");
  expect(() => receiptPdf({ ...receipt, title: hostile, carrierName: hostile })).not.toThrow();
  const expectations = [{ position: 1, body: hostile, about: hostile }];
  expect(() => decisionLetterPdf({ ...letter, motive: hostile, expectations })).not.toThrow();
  expect(() => minutes(hostile)).not.toThrow();
});

test.each(Object.keys(OUTCOME_WORDS) as DecisionLetterData["outcome"][])(
  "a letter exists for the outcome %s",
  (outcome) => {
    const pdf = decisionLetterPdf({ ...letter, outcome, amount: null, computed: null });
    expect(pdf.byteLength).toBeGreaterThan(5_000);
  },
);

test("a dossier without computed amounts has a receipt", () => {
  expect(receiptPdf({ ...receipt, amounts: null, nextDates: [] }).byteLength).toBeGreaterThan(
    5_000,
  );
});
