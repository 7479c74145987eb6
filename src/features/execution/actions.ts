"use server";

import { routes } from "@/routes";
import { formAction } from "@/server/form-action";
import { startExecution } from "./commands/start-execution";
import { startExecutionSchema } from "./schemas";

export const start = formAction({
  name: "start-execution",
  schema: startExecutionSchema,
  command: startExecution,
  done: (_, { number }) => ({ redirectTo: routes.followedProject(number) }),
});
