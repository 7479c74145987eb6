import { MOST_EXTRACT_BYTES } from "@/domain/credits/extract";
import { bopToEnter, receiveExtract } from "@/features/credits/commands/receive-extract";
import { extractModel } from "@/features/credits/queries/imports";
import { attachment } from "@/features/files/attachment";
import { routes } from "@/routes";
import { withPostedFile } from "@/server/posted-file";
import { bareRoute } from "@/server/route";

/** The model of an extract: its headings. */
export const GET = bareRoute({ name: "extract-model" }, async ({ actor }) => {
  return attachment(extractModel(actor), {
    name: "extrait-modele.csv",
    mediaType: "text/csv; charset=utf-8",
  });
});

/** Receives an extract posted by a form, and leads to what would become of its lines. */
export const POST = bareRoute({ name: "receive-extract" }, async ({ actor, request }) => {
  // Whoever keeps no BOP sends nothing.
  bopToEnter(actor);
  const { id } = await withPostedFile(
    request,
    {
      maxBytes: MOST_EXTRACT_BYTES,
      tooLarge: "Cet extrait est trop grand\u00A0: partagez-le.",
      missing: "Choisissez un extrait au format CSV.",
    },
    (file) => receiveExtract(actor, file),
  );
  return { redirectTo: routes.creditImport(id) };
});
