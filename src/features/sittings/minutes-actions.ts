"use server";

import { routes } from "@/routes";
import { formAction } from "@/server/form-action";
import { saveRemarks, signMinutes } from "./commands/sign-minutes";
import { remarksSchema, signSchema } from "./schemas";

export const remark = formAction({
  name: "save-remarks",
  schema: remarksSchema,
  command: saveRemarks,
  done: () => ({ message: "Les remarques sont enregistrées." }),
});

export const sign = formAction({
  name: "sign-minutes",
  schema: signSchema,
  command: signMinutes,
  done: (_, { session }) => ({ redirectTo: routes.minutes(session) }),
});
