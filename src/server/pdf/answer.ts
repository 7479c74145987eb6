import "server-only";

/** A PDF as a download: never shown inline, never guessed to be something else. */
export function pdfAnswer(content: Uint8Array, name: string): Response {
  return new Response(new Uint8Array(content), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="${name}"`,
      "content-length": String(content.byteLength),
      "x-content-type-options": "nosniff",
    },
  });
}
