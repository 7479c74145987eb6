import { removeFile } from "@/features/files/commands/remove-file";
import { fileRoom } from "@/features/files/file-room";
import { bareRoute } from "@/server/route";

/** Takes a file off what its dossier's team is writing. */
export const POST = bareRoute({ name: "remove-file" }, async ({ actor, params, isForm }) => {
  const number = String(params.number);
  const { name, field } = await removeFile(actor, { number, file: String(params.file) });
  return isForm ? { redirectTo: fileRoom(number, field) } : { json: { name } };
});
