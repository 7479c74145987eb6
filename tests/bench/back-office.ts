import { routes } from "@/routes";
import { type ComparedPage, comparePages } from "./sides";

/**
 * The pages of those who examine dossiers, with few dossiers and with a hundred times more, each with a log of ten lines:
 * none must take longer. Each page shows as much on both sides: « mérule » is of the same forty dossiers, « amiante » of
 * forty then of a thousand, « dossiers » of one in six; the ranking of decisions is that of a call of forty.
 */
export const backOffice = (
  variables: Record<string, string>,
  port: number,
): ReturnType<typeof comparePages> =>
  comparePages(variables, port, {
    what: "dossiers",
    few: 1_000,
    many: 100_000,
    atMost: 1.5,
    pages: [
      { name: "ce qui m’attend", path: routes.instruction() },
      { name: "liste, les plus récents", path: routes.instruction("vue=tous") },
      {
        name: "liste, un thème, un statut",
        path: routes.instruction("theme=ITN3&statut=filed"),
      },
      { name: "recherche, un mot rare", path: routes.instruction("recherche=mérule") },
      { name: "recherche, un mot sur cent", path: routes.instruction("recherche=amiante") },
      { name: "recherche, un mot courant", path: routes.instruction("recherche=dossiers") },
      { name: "décisions", path: routes.decisions() },
      {
        name: "décisions, un classement dont on est écarté",
        path: routes.decisions("ouverture=:key"),
        key: `SELECT id FROM "call" WHERE theme_code = 'SNAP1'`,
      },
      {
        name: "journal d’un dossier",
        path: routes.audit(":key"),
        key: "SELECT number FROM dossier WHERE title = 'Projet classé 1'",
      },
    ].map((page): ComparedPage => ({ ...page, who: "owner" })),
  });
