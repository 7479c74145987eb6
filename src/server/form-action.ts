import "server-only";
import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect, unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { BusinessError } from "@/domain/errors";
import { type FormState, type TypedValues, typedValuesOf } from "@/domain/form-state";
import type { Actor } from "@/domain/rights/actor";
import { tell } from "./incident";
import { requireSameOrigin } from "./origin";
import { parseInput, shapedFor } from "./parse";
import { currentActor } from "./session";

/** What a Server Action of the portal is: its schema, its command, and what the user then reads. */
export interface FormActionOptions<Schema extends z.ZodObject, Result> {
  /** Names the action in the logs. */
  name: string;
  /**
   * Strict whatever it says: an unknown field is an error. A form whose fields depend on what it is about (a step of a
   * theme) gives a function of what was typed.
   */
  schema: Schema | ((values: TypedValues) => Schema);
  /**
   * What a button that changes the form itself makes of what is typed (a row added, moved, removed), and the sentence
   * said of it: nothing is sent. Null for the button that sends.
   */
  edit?: (values: TypedValues) => { values: TypedValues; message: string } | null;
  /**
   * What a colleague changed meanwhile is read again around the form, which keeps what was typed and may be sent over it.
   * Only where the form stays in the page whatever moved.
   */
  rereads?: true;
  /** Names of the fields of small files the command reads at once; others have their own address. */
  files?: readonly string[];
  command: (actor: Actor, input: z.output<Schema>) => Promise<Result>;
  /** The sentence shown in place, with what the form may take back, or the page to go to. */
  done: (
    result: Result,
    input: z.output<Schema>,
  ) => { message: string; values?: TypedValues } | { redirectTo: string };
}

/** The signature `useActionState` expects; a plain post of the form, without script, uses the same. */
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

/** An expired session never loses what was typed: the form stays, with its values. */
export function sessionExpired(): BusinessError {
  return new BusinessError(
    "not-signed-in",
    "Votre session a expiré, rien n’est perdu\u00A0: reconnectez-vous dans un nouvel onglet, puis recommencez ici.",
  );
}

/**
 * The one way a back-office form enters: who asks, where it comes from, what it says, the command, and one union of
 * states. The action never throws at the user: a refusal keeps what was typed.
 */
export function formAction<Schema extends z.ZodObject, Result>(
  options: FormActionOptions<Schema, Result>,
): FormAction {
  return async (_state, form) => {
    const values = typedValuesOf(form);
    let destination: string;
    try {
      const actor = await currentActor();
      if (!actor) throw sessionExpired();
      requireSameOrigin(await headers());
      const edited = options.edit?.(values);
      if (edited) return { status: "edited", ...edited };
      const { schema: given } = options;
      const schema = (typeof given === "function" ? given(values) : given).strict();
      const typed = { ...shapedFor(schema, values), ...chosenFiles(form, options.files) };
      const input = parseInput(schema, typed) as z.output<Schema>;
      const outcome = options.done(await options.command(actor, input), input);
      if ("message" in outcome) {
        // The sentence is shown in place: what the page lists around it is read again.
        refresh();
        return { status: "done", ...outcome };
      }
      destination = outcome.redirectTo;
    } catch (error) {
      unstable_rethrow(error);
      const refused = failure(error, options.name, values);
      if (options.rereads && error instanceof BusinessError && error.code === "changed-meanwhile") {
        refresh();
      }
      return refused;
    }
    redirect(destination);
  };
}

/** The files chosen, by field; a field left empty posts a file without a name. */
function chosenFiles(form: FormData, names: readonly string[] = []): Record<string, File> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const file = form.get(name);
      return file instanceof File && file.size > 0 ? [[name, file]] : [];
    }),
  );
}

/** The state that tells an error: beside the fields when it names them, else above the form. */
function failure(error: unknown, name: string, values: TypedValues): FormState {
  const { code, message, fields } = tell(error, name);
  return fields.length > 0
    ? { status: "invalid", errors: fields, values }
    : { status: "refused", code, message, values };
}
