/** Every reason for which the portal refuses a command. The list is closed: a new reason is a new line here. */
export type BusinessErrorCode =
  | "not-signed-in"
  | "not-found"
  | "not-allowed"
  | "invalid-input"
  | "too-large"
  | "changed-meanwhile"
  | "too-late"
  | "not-open"
  | "incomplete"
  | "already-done"
  | "replayed-with-other-content"
  | "conflict-of-interest"
  | "envelope-exceeded"
  | "grant-exceeded"
  | "two-people-required"
  | "too-many-requests"
  | "unavailable";

/** HTTP status of each refusal. Out of sight is 404, never 403: what one may not see leaves no trace. */
export const HTTP_STATUS: Record<BusinessErrorCode, number> = {
  "not-signed-in": 401,
  "not-found": 404,
  "not-allowed": 403,
  "invalid-input": 400,
  "too-large": 413,
  "changed-meanwhile": 409,
  "too-late": 409,
  "not-open": 409,
  incomplete: 422,
  "already-done": 409,
  "replayed-with-other-content": 409,
  "conflict-of-interest": 403,
  "envelope-exceeded": 409,
  "grant-exceeded": 422,
  "two-people-required": 409,
  "too-many-requests": 429,
  unavailable: 503,
};

/** One wrong field: its path in the form, and a sentence that says why and what to do. */
export interface FieldError {
  path: string;
  message: string;
}

/** A refusal the user can act on. `message` is a French sentence saying what is missing, where, and the way on. */
export class BusinessError extends Error {
  constructor(
    readonly code: BusinessErrorCode,
    message: string,
    readonly fields: readonly FieldError[] = [],
  ) {
    super(message);
    this.name = "BusinessError";
  }
}

/** Asked too often. `retryAfter` is the number of seconds after which the same is allowed again. */
export class TooManyRequests extends BusinessError {
  constructor(readonly retryAfter: number) {
    super(
      "too-many-requests",
      `Trop de demandes à la suite. Réessayez dans ${retryAfter}\u00A0seconde${retryAfter > 1 ? "s" : ""}.`,
    );
    this.name = "TooManyRequests";
  }
}

/** Out of sight: the same sentence whether the thing does not exist or may not be seen. */
export function notFound(): BusinessError {
  return new BusinessError("not-found", "Cette page n’existe pas ou ne vous est pas ouverte.");
}

/** The command belongs to another role. */
export function notAllowed(): BusinessError {
  return new BusinessError("not-allowed", "Votre rôle ne permet pas cette action.");
}
