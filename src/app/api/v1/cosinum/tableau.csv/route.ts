import { bareRoute } from "@/server/route";
import { tableFile } from "../files";

/** One table of the committee, in CSV. */
export const GET = bareRoute({ name: "steering-table-csv" }, tableFile("csv"));
