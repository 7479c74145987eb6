import { bareRoute } from "@/server/route";
import { projectsFile } from "../files";

/** The projects behind a figure, in CSV. */
export const GET = bareRoute({ name: "steering-projects-csv" }, projectsFile("csv"));
