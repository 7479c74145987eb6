import { removeFile } from "@/features/files/commands/remove-file";
import { routes } from "@/routes";
import { bareRoute } from "@/server/route";

/** Takes a file off a draft. */
export const POST = bareRoute({ name: "remove-file" }, async ({ actor, params, isForm }) => {
  const number = String(params.number);
  const { name } = await removeFile(actor, { number, file: String(params.file) });
  return isForm ? { redirectTo: routes.step(number, "pieces-jointes") } : { json: { name } };
});
