import { touchPresence } from "@/features/team/commands/presence";
import { presenceSchema } from "@/features/team/schemas";
import { route } from "@/server/route";

/** A sign of life of a step page, version 1: answers who else of the team is there. */
export const PUT = route(
  { name: "presence", body: presenceSchema },
  async ({ actor, input, params }) => {
    const others = await touchPresence(actor, { number: params.number ?? "", step: input.step });
    return { json: { others } };
  },
);
