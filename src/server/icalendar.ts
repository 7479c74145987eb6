import "server-only";
import { createEvents, type EventAttributes, type HeaderAttributes } from "ics";

/**
 * Events as an iCalendar file (RFC 5545). Throws when an event cannot be written, which is a fault of ours: every value
 * comes from the portal's own tables.
 */
export function eventsFile(events: EventAttributes[], header: HeaderAttributes): string {
  const { error, value } = createEvents(events, header);
  if (error || !value) throw error ?? new Error("No calendar was written");
  return foldByOctets(value);
}

/** Longest line, in octets, without its end (RFC 5545, 3.1). */
const LINE_OCTETS = 75;

/** The library folds lines by characters, which accents make longer than they look: folds them again by octets. */
function foldByOctets(file: string): string {
  const lines = file.replace(/\r\n[ \t]/g, "").split("\r\n");
  return lines.map(foldLine).join("\r\n");
}

function foldLine(line: string): string {
  let folded = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LINE_OCTETS) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}
