import { bareRoute } from "@/server/route";
import { tableFile } from "../files";

/** One table of the committee, in XLSX. */
export const GET = bareRoute({ name: "steering-table-xlsx" }, tableFile("xlsx"));
