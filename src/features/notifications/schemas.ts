import { z } from "zod";
import { NOTICE_KINDS, natureOf } from "@/server/notifications";

/** One notice to mark as read or unread, or `all`. Written by the buttons of the list. */
export const markSchema = z.object({
  mark: z.union(
    [z.literal("all"), z.templateLiteral([z.enum(["read", "unread"]), ":", z.uuid()])],
    { error: "Choisissez une notification de la liste." },
  ),
});
export type MarkInput = z.output<typeof markSchema>;

const OPTIONAL_KINDS = NOTICE_KINDS.filter((kind) => !natureOf(kind).compulsory);

/** The kinds wanted by mail: those that are not ticked are refused. */
export const preferencesSchema = z.object({
  wanted: z.array(
    z.enum(OPTIONAL_KINDS, { error: "Ce genre de message n’est pas de ceux que l’on choisit." }),
  ),
});
export type PreferencesInput = z.output<typeof preferencesSchema>;

export const noFieldSchema = z.object({});
