import { bareRoute } from "@/server/route";
import { listFile } from "../list-file";

/** The list as filtered, in XLSX. */
export const GET = bareRoute({ name: "list-xlsx" }, listFile("xlsx"));
