import { bareRoute } from "@/server/route";
import { listFile } from "../list-file";

/** The list as filtered, in ODS. */
export const GET = bareRoute({ name: "list-ods" }, listFile("ods"));
