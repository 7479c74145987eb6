import { attachment } from "@/features/files/attachment";
import { openUpload, receiveFile } from "@/features/files/commands/receive-file";
import { openFile } from "@/features/files/queries/readable-file";
import { consumed, placeOf, requireTus, tusAnswer } from "@/features/files/tus";
import { bareRoute } from "@/server/route";

/** The address of one file of a dossier. */
function placed(params: Record<string, string>) {
  return { number: String(params.number), file: String(params.file) };
}

/** The bytes of a file, to be kept: the rights and the state of the file are those of this moment. */
export const GET = bareRoute({ name: "download-file" }, async ({ actor, params }) => {
  const { file, bytes } = await openFile(actor, placed(params));
  return attachment(bytes, file);
});

/** How much of a file has arrived, for an upload that goes on. */
export const HEAD = bareRoute({ name: "upload-state" }, async ({ actor, params, request }) => {
  requireTus(request.headers);
  const { received, size } = await openUpload(actor, placed(params));
  return tusAnswer(200, { "upload-offset": String(received), "upload-length": String(size) });
});

/** The next bytes of a file. */
export const PATCH = bareRoute({ name: "upload-bytes" }, async ({ actor, params, request }) => {
  const upload = { ...placed(params), ...placeOf(request.headers) };
  const kept = await consumed(request, (bytes) => receiveFile(actor, upload, bytes));
  return tusAnswer(204, { "upload-offset": String(kept) });
});
