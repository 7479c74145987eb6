import { readSteeringQuery } from "@/features/steering/filters";
import { readNote } from "@/features/steering/note";
import { notePdf } from "@/features/steering/note-pdf";
import { pdfAnswer } from "@/server/pdf/answer";
import { callerOf, consume, type RateLimit } from "@/server/rate-limit";
import { bareRoute } from "@/server/route";

/** Each reads every project in sight, and sets some pages. */
const NOTES: RateLimit = { name: "steering-note", points: 20, seconds: 60 };

/** The note of the committee as a tagged PDF. */
export const GET = bareRoute({ name: "steering-note" }, async ({ actor, request }) => {
  await consume(NOTES, callerOf(request.headers, actor.agentId));
  const params = Object.fromEntries(new URL(request.url).searchParams);
  const note = await readNote(actor, readSteeringQuery(params));
  return pdfAnswer(notePdf(note), "note-cosinum.pdf");
});
