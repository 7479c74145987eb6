/** Somebody comes in or leaves a sitting, as the secretary records it. */
export interface AttendanceEvent {
  agentId: string;
  present: boolean;
  at: Date;
}

/** Who is in the room, since when: the last event of each person. Events are in the order they were recorded. */
export function presence(events: readonly AttendanceEvent[]): ReadonlyMap<string, Date> {
  const since = new Map<string, Date>();
  for (const { agentId, present, at } of events) {
    if (!present) since.delete(agentId);
    else if (!since.has(agentId)) since.set(agentId, at);
  }
  return since;
}

/** From when to when somebody was there; `to` is null until they leave or the sitting ends. */
export interface Stay {
  from: Date;
  to: Date | null;
}

/** The stays of one person, in order. A departure without arrival and a second arrival add nothing. */
export function stays(events: readonly AttendanceEvent[], agentId: string): Stay[] {
  const found: Stay[] = [];
  for (const event of events) {
    if (event.agentId !== agentId) continue;
    const last = found.at(-1);
    const inside = last !== undefined && last.to === null;
    if (event.present && !inside) found.push({ from: event.at, to: null });
    else if (!event.present && inside) last.to = event.at;
  }
  return found;
}
