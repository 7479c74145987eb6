import { THEME_CODES, type ThemeCode } from "@/domain/themes/types";
import { type Actor, holdsFor, type Role } from "./actor";

/**
 * What each role may do on a dossier or a session of its theme. Unknown is refused. Being the carrier, an assigned
 * juror or the recused one is not a role: those are the predicates below and `server/visibility.ts`.
 */
const PERMISSIONS = {
  "assess-admissibility": ["theme-owner", "instructor"],
  "request-complement": ["theme-owner", "instructor"],
  "assign-instructor": ["theme-owner", "instructor"],
  "label-dossier": ["theme-owner", "instructor", "secretary"],
  // Messages with the carrier and internal notes: the jury, chair included, reads neither.
  exchange: ["theme-owner", "instructor", "secretary"],
  "propose-redirection": ["theme-owner", "instructor"],
  // On the theme that receives the dossier (Livret l.662).
  "answer-redirection": ["theme-owner"],
  "assign-jurors": ["theme-owner", "instructor", "secretary"],
  "give-instruction-view": ["theme-owner", "instructor"],
  "request-opinion": ["theme-owner", "instructor", "secretary"],
  "manage-jury": ["theme-owner", "secretary"],
  "record-hearing": ["theme-owner", "instructor", "secretary", "chair"],
  "record-director-opinion": ["theme-owner"],
  "impose-recusal": ["theme-owner", "secretary", "chair"],
  "close-scoring": ["theme-owner", "secretary", "chair"],
  "prepare-session": ["theme-owner", "secretary"],
  "set-session-share": ["theme-owner"],
  "keep-session": ["theme-owner", "secretary"],
  "chair-session": ["chair"],
  "read-minutes-file": ["theme-owner", "chair", "secretary", "auditor"],
  "read-scores": ["theme-owner", "instructor", "secretary", "chair", "auditor"],
  "rank-dossiers": ["theme-owner", "secretary", "chair"],
  "hold-in-reserve": ["theme-owner", "chair"],
  "propose-decision": ["theme-owner", "instructor", "secretary"],
  "confirm-decision": ["theme-owner", "chair"],
  "notify-decision": ["theme-owner", "instructor", "secretary"],
  "submit-arbitration": ["theme-owner"],
  arbitrate: ["chair"],
  "register-appeal": ["theme-owner", "instructor", "secretary"],
  "examine-appeal": ["theme-owner", "instructor", "secretary", "chair"],
  "decide-appeal": ["theme-owner", "chair"],
  "open-execution": ["theme-owner", "instructor"],
  // Livret l.791, l.842: the owner may refuse the next phase, a decision and never a threshold.
  "release-phase": ["theme-owner"],
  // What moves money or ends the project is its owner's to answer.
  "answer-change": ["theme-owner", "instructor"],
  "answer-award-change": ["theme-owner"],
  "close-execution": ["theme-owner"],
  "read-audit": ["theme-owner", "auditor"],
  score: ["juror"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** Whether the actor's roles allow an action on the theme's dossiers. Says nothing of what the actor may see. */
export function may(actor: Actor, permission: Permission, theme: ThemeCode): boolean {
  return PERMISSIONS[permission].some((role) => holdsFor(actor, role, theme));
}

/** The themes whose dossiers the actor's roles allow an action on, in the order of the texts. */
export function themesWith(actor: Actor, permission: Permission): readonly ThemeCode[] {
  return THEME_CODES.filter((theme) => may(actor, permission, theme));
}

/** Roles a permission is given to, for the documentation and the tests. */
export function rolesWith(permission: Permission): readonly Role[] {
  return PERMISSIONS[permission];
}
