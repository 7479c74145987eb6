import { TERRITORY_OPTIONS } from "@/domain/dossier/sites";
import type { Cents } from "@/domain/money";
import { FRENCH_COMPANY_THEMES, PROVIDER_THEMES } from "@/domain/steering/companies";
import { bopOfTheme } from "@/domain/steering/envelopes";
import { formatShare, shareOf } from "@/domain/steering/figures";
import { territoryOf } from "@/domain/territories";
import { THEME_LIST, THEMES } from "@/domain/themes/index";
import type { ThemeCode } from "@/domain/themes/types";
import type { Cell } from "@/server/spreadsheet/table";
import type { Spread } from "./queries/companies";
import type { Steering } from "./queries/steering";
import type { SteeringTable } from "./tables";

const amount = (value: Cents): Cell => ({ cents: value });
const count = (value: number): Cell => ({ count: value });

/** Where the money of the projects awarded goes: companies, regions, sites. */
export function spreadTables(steering: Steering): SteeringTable[] {
  const { spread } = steering;
  if (spread === null) return [];
  const { bop } = steering.filters;
  const sites = bop === null || bopOfTheme("SNAP1") === bop ? [sitesTable(spread)] : [];
  return [companiesTable(steering, spread), regionsTable(steering), ...sites];
}

function companiesTable({ filters: { bop } }: Steering, spread: Spread): SteeringTable {
  const rows = THEME_LIST.filter(({ code }) => bop === null || bopOfTheme(code) === bop).map(
    ({ code, title }) => ({
      key: code,
      label: `${code}\u00A0: ${title}`,
      filters: { theme: code, part: "granted" } as const,
      cells: companyCells(code, spread),
    }),
  );
  return {
    key: "entreprises",
    title: "Entreprises françaises et innovantes",
    caption: "Ce que les formulaires demandent des entreprises, pour les projets accordés.",
    headings: ["Thème", "Ce que le formulaire demande", "Réponse des projets accordés", "Part"],
    words: ["Ce que le formulaire demande"],
    rows,
    total: null,
  };
}

function companyCells(code: ThemeCode, { providers, companies }: Spread): Cell[] {
  if (PROVIDER_THEMES.includes(code)) {
    return [
      "Dépenses confiées à des entreprises innovantes dont le siège est en France",
      amount(providers.innovative),
      formatShare(shareOf(providers.innovative, providers.spending)),
    ];
  }
  if (FRENCH_COMPANY_THEMES.includes(code)) {
    const { projects, yes } = companies.get(code) ?? { projects: 0, yes: 0 };
    return [
      "Au moins une entreprise dont le siège est en France",
      `${yes} projet${yes > 1 ? "s" : ""} sur ${projects}`,
      formatShare(shareOf(yes, projects)),
    ];
  }
  return ["Non demandé par le formulaire", "Sans\u00A0objet", "Sans\u00A0objet"];
}

function regionsTable({ figures: { regions, whole } }: Steering): SteeringTable {
  const total = whole.amounts.granted;
  return {
    key: "territoires",
    title: "Projets accordés par territoire",
    caption: "Projets accordés selon la région que sert leur porteur. Montants TTC en euros.",
    headings: ["Territoire", "Projets accordés", "Accordé", "Part"],
    rows: [...regions].toSorted(lastTheCountry).map(([region, { awarded, amounts }]) => ({
      key: region || "france",
      label: territoryOf(region || null),
      filters: null,
      cells: [
        count(awarded),
        amount(amounts.granted),
        formatShare(shareOf(amounts.granted, total)),
      ],
    })),
    total: [count(whole.awarded), amount(total), formatShare(shareOf(total, total))],
  };
}

/** By code of region, then the whole country. */
const lastTheCountry = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]) =>
  one === "" ? 1 : other === "" ? -1 : one.localeCompare(other);

function sitesTable({ sites }: Spread): SteeringTable {
  const all = [...sites.values()].reduce((total, one) => total + one, 0);
  const known = TERRITORY_OPTIONS.reduce((total, { value }) => total + (sites.get(value) ?? 0), 0);
  const lines = [
    ...TERRITORY_OPTIONS.map(({ value, label }) => ({
      key: value,
      label,
      sites: sites.get(value) ?? 0,
    })),
    ...(all > known ? [{ key: "autre", label: "Non renseigné", sites: all - known }] : []),
  ];
  return {
    key: "sites",
    title: `Sites des projets ${THEMES.SNAP1.code} accordés`,
    caption: "Sites des projets SNAP1 accordés, par sorte de territoire.",
    headings: ["Territoire", "Sites", "Part"],
    rows: lines.map(({ key, label, sites: own }) => ({
      key,
      label,
      filters: { theme: "SNAP1", part: "granted" },
      cells: [count(own), formatShare(shareOf(own, all))],
    })),
    total: [count(all), formatShare(shareOf(all, all))],
  };
}
