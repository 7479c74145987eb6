import { bareRoute } from "@/server/route";
import { portfolioFile } from "../portfolio-file";

/** The portfolio as filtered, in CSV. */
export const GET = bareRoute({ name: "portfolio-csv" }, portfolioFile("csv"));
