import { calendarFile } from "@/features/catalogue/calendar-file";
import { publicCalls } from "@/features/catalogue/queries";
import { portalOrigin } from "@/server/origin";
import { publicRoute } from "@/server/route";

/** The calendar of the calls, for people's own calendars. */
export const GET = publicRoute({ name: "calendar" }, async () => {
  const file = calendarFile(await publicCalls(), portalOrigin());
  return new Response(file, {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'attachment; filename="calendrier.ics"',
      "cache-control": "public, max-age=300",
    },
  });
});
