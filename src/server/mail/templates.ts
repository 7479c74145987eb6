import "server-only";
import type { NoticeKind } from "../notifications";
import type { Template } from "./content";
import { CREDIT_TEMPLATES } from "./templates/credits";
import { DOSSIER_TEMPLATES } from "./templates/dossier";
import { EXAMINATION_TEMPLATES } from "./templates/examination";
import { EXCHANGE_TEMPLATES } from "./templates/exchanges";
import { EXECUTION_TEMPLATES } from "./templates/execution";
import { FOLLOW_UP_TEMPLATES } from "./templates/follow-up";
import { JURY_TEMPLATES } from "./templates/jury";
import { OPINION_TEMPLATES } from "./templates/opinions";
import { SITTING_TEMPLATES } from "./templates/sitting";
import { TEAM_TEMPLATES } from "./templates/team";

/** The words of each kind of mail, by the room that tells it. */
export const MAIL_TEMPLATES: Record<NoticeKind, Template> = {
  ...DOSSIER_TEMPLATES,
  ...TEAM_TEMPLATES,
  ...EXAMINATION_TEMPLATES,
  ...EXCHANGE_TEMPLATES,
  ...EXECUTION_TEMPLATES,
  ...FOLLOW_UP_TEMPLATES,
  ...JURY_TEMPLATES,
  ...OPINION_TEMPLATES,
  ...SITTING_TEMPLATES,
  ...CREDIT_TEMPLATES,
};
