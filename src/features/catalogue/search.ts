import type { Theme, ThemeCode } from "@/domain/themes/types";

/** A theme found, best first, with a score that only serves to sort. */
export interface Hit {
  code: ThemeCode;
  score: number;
}

export interface SearchResult {
  hits: readonly Hit[];
  /** True when no theme holds every word asked, and the hits hold only some of them. */
  partial: boolean;
}

interface Word {
  /** Without accents, capitals nor plural. */
  plain: string;
  /** Family of the word: `former` and `formation` share it. */
  stem: string;
}

type Index = ReadonlyMap<string, { stem: string; weight: number }>;

/** Words too common to tell themes apart. */
const STOP_WORDS = new Set(
  "a au aux avec ce ces cet cette d dans de des du elle en est et il ils j je l la le les leur leurs ma mes mon n ne nos notre nous on ou par pas pour qu que qui s sa se ses son sur un une vos votre vous y comment projet projets financer financement".split(
    " ",
  ),
);

/** Words people use for each other. Written in plain French; compared by family. */
const SYNONYMS: readonly (readonly string[])[] = [
  ["fibre", "débit", "réseau", "télécommunication", "télécom", "internet", "wifi"],
  ["formation", "former", "compétence", "apprendre", "cours", "acculturation", "stage"],
  ["ordinateur", "pc", "terminal", "tablette", "smartphone", "portable", "poste"],
  ["télétravail", "nomade", "nomadisme", "mobilité", "distance", "distanciel"],
  ["visio", "visioconférence", "webconférence", "réunion"],
  ["messagerie", "tchat", "chat", "courriel", "mail"],
  ["téléphone", "téléphonie", "appel", "standard"],
  ["formulaire", "démarche", "procédure", "téléservice", "dématérialisation"],
  ["donnée", "data", "api", "opendata"],
  ["ia", "artificielle", "algorithme"],
  ["mairie", "commune", "collectivité", "intercommunalité", "métropole"],
  ["recruter", "recrutement", "embauche", "talent"],
  ["identité", "authentification", "connexion", "sso", "agentconnect", "proconnect"],
  ["préfecture", "déconcentré", "territoire", "territorial", "région", "département"],
  ["handicap", "accessibilité", "rgaa"],
  ["usager", "citoyen", "utilisateur"],
  ["startup", "pme", "entreprise"],
  ["prototype", "expérimentation", "poc", "innovation"],
];

/** Themes this much fainter than the best answer only mention the words in passing. */
const FAINT = 0.15;

const ENDINGS = ["isation", "iser", "ation", "ement", "eur", "er"];

function withoutAccents(text: string): string {
  return text
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .normalize("NFD")
    .replace(/\p{M}/gu, "");
}

function singular(word: string): string {
  if (word.length > 4 && word.endsWith("eaux")) return word.slice(0, -1);
  if (word.length > 4 && word.endsWith("aux")) return `${word.slice(0, -3)}al`;
  return word.length > 3 && /[sx]$/.test(word) ? word.slice(0, -1) : word;
}

function wordOf(text: string): Word {
  const plain = singular(text);
  const ending = ENDINGS.find((end) => plain.endsWith(end) && plain.length - end.length >= 4);
  return { plain, stem: ending ? plain.slice(0, -ending.length) : plain };
}

/** The words of a text that count: `Les réseaux d’État` gives `reseau` and `etat`. */
export function wordsOf(text: string): Word[] {
  return withoutAccents(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "" && !STOP_WORDS.has(word))
    .map(wordOf);
}

const FAMILIES = SYNONYMS.map((group) => group.flatMap(wordsOf));

/** Where a theme speaks of something says how much it is about it. */
function weightedTexts(theme: Theme): readonly [weight: number, texts: readonly string[]][] {
  const said = (facts: readonly { text: string }[]) => facts.map(({ text }) => text);
  return [
    [12, [theme.code, theme.volet]],
    [8, [theme.title]],
    [6, theme.keywords],
    [5, [theme.tagline]],
    [3, said(theme.summary)],
    [2, [...said(theme.objectives), ...said(theme.funded), ...said(theme.examples)]],
    [
      1,
      [...said(theme.encouraged), ...said(theme.eligibilityFacts), ...said(theme.answerContents)],
    ],
    [1, [theme.owner.administration ?? "", theme.owner.unit]],
  ];
}

function indexOf(theme: Theme): Index {
  const index = new Map<string, { stem: string; weight: number }>();
  for (const [weight, texts] of weightedTexts(theme)) {
    for (const { plain, stem } of texts.flatMap(wordsOf)) {
      if ((index.get(plain)?.weight ?? 0) < weight) index.set(plain, { stem, weight });
    }
  }
  return index;
}

/** Letters added, removed, replaced or swapped; stops counting above `limit`. */
function typos(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      }
      next.push(best);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? limit + 1;
}

/** Mistakes forgiven: none in short words, which would become other words. */
function forgiven(word: string): number {
  if (word.length < 5 || /\d/.test(word)) return 0;
  return word.length < 9 ? 1 : 2;
}

/** How alike two words are, from 0 to 1. */
function likeness(asked: Word, plain: string, stem: string): number {
  if (asked.plain === plain) return 1;
  if (asked.stem === stem) return 0.8;
  if (asked.plain.length >= 3 && plain.startsWith(asked.plain)) return 0.6;
  const limit = forgiven(asked.plain);
  if (limit > 0 && asked.plain[0] === plain[0] && typos(asked.plain, plain, limit) <= limit) {
    return 0.4;
  }
  return 0;
}

function strength(asked: Word, index: Index): number {
  let best = 0;
  for (const [plain, { stem, weight }] of index) {
    best = Math.max(best, likeness(asked, plain, stem) * weight);
  }
  return best;
}

/** The strength of a word in a theme, or of the words people use for it, a little less. */
function strengthWithSynonyms(asked: Word, index: Index): number {
  const own = strength(asked, index);
  const others = FAMILIES.filter((family) => family.some(({ stem }) => stem === asked.stem))
    .flat()
    .map((word) => {
      const found = index.get(word.plain);
      return found ? found.weight * 0.7 : 0;
    });
  return Math.max(own, ...others);
}

/** `itn 8` is the code of themes: the two parts are read as one word. */
function joinCodes(query: string): string {
  return query.replace(/\b(itn|snap)\s+(\d[a-d]?)\b/gi, "$1$2");
}

/**
 * The themes a question in plain French leads to, best first: accents, capitals, plurals, word families, synonyms and
 * one or two wrong letters are forgiven. Every word must be found; when no theme holds them all, those that hold some
 * are given and `partial` says so. A question without a meaningful word gives every theme, in its order.
 */
export function searchThemes(themes: readonly Theme[], query: string): SearchResult {
  const asked = wordsOf(joinCodes(query));
  if (asked.length === 0) {
    return { hits: themes.map(({ code }) => ({ code, score: 0 })), partial: false };
  }
  const found = themes.map((theme) => {
    const index = indexOf(theme);
    const strengths = asked.map((word) => strengthWithSynonyms(word, index));
    return {
      code: theme.code,
      matched: strengths.filter((value) => value > 0).length,
      score: strengths.reduce((total, value) => total + value, 0),
    };
  });
  const best = Math.max(0, ...found.map(({ matched }) => matched));
  const fullest = found.filter(({ matched }) => matched > 0 && matched === best);
  const top = Math.max(0, ...fullest.map(({ score }) => score));
  const hits = fullest
    .filter(({ score }) => score >= top * FAINT)
    .sort((a, b) => b.score - a.score)
    .map(({ code, score }) => ({ code, score }));
  return { hits, partial: hits.length > 0 && best < asked.length };
}
