import { announceFile } from "@/features/files/commands/announce-file";
import { fileRoom } from "@/features/files/file-room";
import { joinPostedFiles } from "@/features/files/posted-files";
import { readDraftFiles } from "@/features/files/queries/draft-files";
import { announcement, tusAnswer } from "@/features/files/tus";
import { routes } from "@/routes";
import { bareRoute } from "@/server/route";

/** The files of a dossier, for its team. */
export const GET = bareRoute({ name: "list-files" }, async ({ actor, params }) => ({
  json: await readDraftFiles(actor, String(params.number)),
}));

/** Announces a file that will arrive piece by piece; or takes the files of a plain form, without script. */
export const POST = bareRoute(
  { name: "join-files" },
  async ({ actor, params, request, isForm }) => {
    const number = String(params.number);
    if (isForm) {
      return { redirectTo: fileRoom(number, await joinPostedFiles(actor, number, request)) };
    }
    const { id } = await announceFile(actor, { number, ...announcement(request.headers) });
    return tusAnswer(201, { location: routes.fileContent(number, id), "upload-offset": "0" });
  },
);
