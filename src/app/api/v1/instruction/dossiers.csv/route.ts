import { bareRoute } from "@/server/route";
import { listFile } from "../list-file";

/** The list as filtered, in CSV. */
export const GET = bareRoute({ name: "list-csv" }, listFile("csv"));
