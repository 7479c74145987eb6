"use server";

import { routes } from "@/routes";
import { formAction } from "@/server/form-action";
import { savePostedReplies } from "./commands/save-posted-replies";
import { postedRepliesSchema } from "./posted-replies";

/** The answers to the points asked, posted without script: kept, then read again before they are sent. */
export const saveRepliesAction = formAction({
  name: "save-replies",
  schema: postedRepliesSchema,
  command: savePostedReplies,
  done: ({ number }) => ({ redirectTo: routes.summary(number) }),
});
