import { bareRoute } from "@/server/route";
import { portfolioFile } from "../portfolio-file";

/** The portfolio as filtered, in OpenDocument. */
export const GET = bareRoute({ name: "portfolio-ods" }, portfolioFile("ods"));
