import "server-only";
import type { DateArray } from "ics";
import { eventsFile } from "../icalendar";
import type { MailContent } from "./content";
import type { MailAttachment } from "./smtp";

/**
 * The event of a mail as an iCalendar file. Published rather than requested: the answer is given on the portal, where it
 * is kept, never to the calendar.
 */
export function eventAttachment({ event, link }: MailContent, origin: string): MailAttachment {
  if (!event) throw new Error("This mail has no event");
  const { key, sequence, startsAt, minutes, title, place } = event;
  const content = eventsFile(
    [
      {
        uid: `${key}@${new URL(origin).hostname}`,
        sequence,
        title,
        location: place,
        url: origin + link.path,
        start: utc(startsAt),
        startInputType: "utc",
        startOutputType: "utc",
        duration: { minutes },
        status: "CONFIRMED",
        busyStatus: "BUSY",
      },
    ],
    { productId: "-//Guichet numerique//Convocation//FR", method: "PUBLISH" },
  );
  return {
    filename: "convocation.ics",
    contentType: "text/calendar; charset=utf-8; method=PUBLISH",
    content,
  };
}

function utc(instant: Date): DateArray {
  return [
    instant.getUTCFullYear(),
    instant.getUTCMonth() + 1,
    instant.getUTCDate(),
    instant.getUTCHours(),
    instant.getUTCMinutes(),
  ];
}
