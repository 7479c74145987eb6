import { routes } from "@/routes";
import { comparePages } from "./sides";

/**
 * The pages of those who follow projects, with five hundred of them and with twenty thousand, over the same thirty
 * ministries and two years of reports. One project in ten is of the ministry whose pages are read: its list is full on
 * both sides.
 */
export const afterAward = (
  variables: Record<string, string>,
  port: number,
): ReturnType<typeof comparePages> =>
  comparePages(variables, port, {
    what: "projects",
    few: 500,
    many: 20_000,
    atMost: 2,
    pages: [
      { name: "ministère, portefeuille", path: routes.ministry(), who: "dnum" },
      { name: "ministère, suivi", path: routes.ministryProjects(), who: "dnum" },
      { name: "instruction, suivi", path: routes.followedProjects(), who: "owner" },
      { name: "crédits, une DNUM", path: routes.credits(), who: "dnum" },
      { name: "crédits, un BOP", path: routes.credits(), who: "keeper" },
      { name: "crédits, tous", path: routes.credits(), who: "committee" },
      { name: "COSINUM", path: routes.steering(), who: "committee" },
      { name: "COSINUM, projets", path: routes.steeredProjects(), who: "committee" },
    ],
  });
