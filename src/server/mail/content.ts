import "server-only";
import { type Day, formatDay, formatWeekday } from "@/domain/calendar";
import { formatClosing } from "@/domain/dossier/deadlines";
import type { JsonObject } from "@/domain/evidence/canonical";
import { cents, formatEuros } from "@/domain/money";
import type { Prisma } from "../database/generated/client";

/** What a mail and a line of the notification centre may speak of: never more than its recipient may see. */
export interface MailContext {
  /** `Prénom Nom` of the recipient. */
  recipient: string;
  /** Name of the recipient's organisation; null while it is unknown. */
  organisation: string | null;
  dossier: MailDossier | null;
  /** What the fact itself carries. */
  payload: JsonObject;
}

/** What the words read of a dossier, when they are told. */
export const MAIL_DOSSIER = {
  number: true,
  title: true,
  themeCode: true,
  filedAt: true,
  setAsideMotive: true,
  call: { select: { label: true, closesAt: true } },
} satisfies Prisma.DossierSelect;

export type MailDossier = Prisma.DossierGetPayload<{ select: typeof MAIL_DOSSIER }>;

/** Something to come, for the recipient's calendar: joined to the mail as a file. */
export interface MailEvent {
  /** The same for the same thing, so that a calendar updates it instead of adding another. */
  key: string;
  /** Raised at each change. */
  sequence: number;
  startsAt: Date;
  minutes: number;
  title: string;
  place: string;
}

/** A mail before it is laid out. Plain sentences; the portal, not the mail, is the proof. */
export interface MailContent {
  subject: string;
  /** The first one tells the fact by itself: it is the sentence of the notification centre. */
  paragraphs: readonly [string, ...string[]];
  /** Where to go on: a path of the portal. */
  link: { label: string; path: string };
  event?: MailEvent;
}

/** The words of one kind of notice. */
export type Template = (context: MailContext) => MailContent;

/** The mail speaks of a dossier: an outbox row without one is a fault of the command that wrote it. */
export function about(
  write: (dossier: MailDossier, context: MailContext) => MailContent,
): Template {
  return (context) => {
    if (!context.dossier) throw new Error("This mail needs a dossier");
    return write(context.dossier, context);
  };
}

/** A day that the fact carries. */
export function dayIn(payload: JsonObject, name: string): string {
  const day = payload[name];
  if (typeof day !== "string") throw new Error(`This mail needs the day « ${name} »`);
  return formatDay(day as Day);
}

/** A day that the fact carries, with its weekday: `vendredi 5 février 2021`. */
export function weekdayIn(payload: JsonObject, name: string): string {
  const day = payload[name];
  if (typeof day !== "string") throw new Error(`This mail needs the day « ${name} »`);
  return formatWeekday(day as Day);
}

/** An amount in cents that the fact carries: `182 400,00 €`. */
export function eurosIn(payload: JsonObject, name: string): string {
  const amount = payload[name];
  if (typeof amount !== "number") throw new Error(`This mail needs the amount « ${name} »`);
  return formatEuros(cents(amount));
}

/** A text that the fact carries. */
export function textIn(payload: JsonObject, name: string): string {
  const value = payload[name];
  if (typeof value !== "string") throw new Error(`This mail needs the text « ${name} »`);
  return value;
}

/** `dimanche 31 janvier 2021 à 23 h 59 (heure de Paris)`: a mail is read later, it never says « dans 7 jours ». */
export function closingOf({ call }: MailDossier): string {
  if (!call.closesAt) throw new Error("This mail needs a closing");
  return formatClosing(call.closesAt);
}
