import { bareRoute } from "@/server/route";
import { projectsFile } from "../files";

/** The projects behind a figure, in XLSX. */
export const GET = bareRoute({ name: "steering-projects-xlsx" }, projectsFile("xlsx"));
