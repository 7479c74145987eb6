import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { findChromium } from "../../scripts/test/chromium";
import { type Aim, printTable } from "./table";

const FLAGS = [
  "--headless=new",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];
const RUNS = 3;
const SCORE_AIM: Aim = { atLeast: 95 };

/** What Lighthouse says of a page on its simulated mid-range mobile. Times in milliseconds. */
interface Report {
  score: number;
  firstPaint: number;
  largestPaint: number;
  blocked: number;
  shift: number;
}

/**
 * Prints the medians of Lighthouse's mobile performance, in turns so that all pages share the machine's good and bad
 * moments. A bare page is measured the same way: what it lacks of 100 is the machine's.
 */
export async function lighthouseScores(
  pages: readonly { name: string; url: string; reference?: true }[],
): Promise<void> {
  const chromium = await findChromium();
  const reports = pages.map((): Report[] => []);
  for (let run = 0; run < RUNS; run += 1) {
    for (const [index, { url }] of pages.entries())
      reports[index]?.push(await report(url, chromium));
  }
  printTable(
    `Lighthouse, mobile, performance: médianes de ${RUNS} passages`,
    ["note", "de", "à", "FCP ms", "LCP ms", "TBT ms", "CLS"],
    pages.map(({ name, reference }, index) => {
      const all = reports[index] ?? [];
      const scores = all.map(({ score }) => score);
      const of = (figure: keyof Report) => median(all.map((one) => one[figure]));
      return {
        name,
        cells: [
          String(of("score")),
          String(Math.min(...scores)),
          String(Math.max(...scores)),
          of("firstPaint").toFixed(0),
          of("largestPaint").toFixed(0),
          of("blocked").toFixed(0),
          of("shift").toFixed(3),
        ],
        ...(!reference && { aimed: { figure: of("score"), aim: SCORE_AIM } }),
      };
    }),
  );
}

function median(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN;
}

async function report(url: string, chromium: string): Promise<Report> {
  const browser = await launch({
    // Without a name, the launcher looks for a browser itself.
    ...(chromium && { chromePath: chromium }),
    chromeFlags: FLAGS,
    logLevel: "silent",
  });
  try {
    const result = await lighthouse(url, {
      port: browser.port,
      onlyCategories: ["performance"],
      logLevel: "silent",
    });
    if (!result) throw new Error(`Lighthouse says nothing of ${url}`);
    const { audits, categories } = result.lhr;
    const figure = (name: string) => audits[name]?.numericValue ?? Number.NaN;
    return {
      score: Math.round((categories.performance?.score ?? 0) * 100),
      firstPaint: figure("first-contentful-paint"),
      largestPaint: figure("largest-contentful-paint"),
      blocked: figure("total-blocking-time"),
      shift: figure("cumulative-layout-shift"),
    };
  } finally {
    browser.kill();
  }
}
