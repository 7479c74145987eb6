import { bareRoute } from "@/server/route";
import { portfolioFile } from "../portfolio-file";

/** The portfolio as filtered, in Excel. */
export const GET = bareRoute({ name: "portfolio-xlsx" }, portfolioFile("xlsx"));
