import "server-only";
import { z } from "zod";

const filled = z.string().trim().min(1);
const address = (...protocols: string[]) =>
  z.url({
    protocol: new RegExp(`^(${protocols.join("|")})$`),
    error: `must be an address starting with ${protocols.map((name) => `${name}://`).join(" or ")}`,
  });

/** What the service is called and how to reach it; read when pages are built too, hence the defaults. */
const service = z.object({
  SERVICE_NAME: filled.default("Guichet des fonds de transformation numérique"),
  SERVICE_CONTACT: z.email().default("contact@guichet.example.gouv.fr"),
});

const runtime = z
  .object({
    DATABASE_URL: address("postgresql", "postgres"),
    DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(20),
    NEXTAUTH_URL: address("https", "http"),
    NEXTAUTH_SECRET: z.string().min(32, "must be at least 32 characters long"),
    AGENTCONNECT_ISSUER: address("https", "http"),
    AGENTCONNECT_CLIENT_ID: filled,
    AGENTCONNECT_CLIENT_SECRET: filled,
    AGENTCONNECT_ID_TOKEN_ALG: z.enum(["ES256", "RS256"]).default("ES256"),
    AGENTCONNECT_USERINFO_ALG: z.enum(["ES256", "RS256", "none"]).default("ES256"),
    AGENTCONNECT_STRONG_ACR: filled.default("eidas0-mfa,eidas1-mfa,eidas2,eidas3"),
    SMTP_URL: address("smtp", "smtps"),
    MAIL_FROM: filled,
    FILES_DIRECTORY: filled.optional(),
    S3_ENDPOINT: address("https", "http").optional(),
    S3_REGION: filled.default("fr-par"),
    S3_BUCKET: filled.optional(),
    S3_ACCESS_KEY_ID: filled.optional(),
    S3_SECRET_ACCESS_KEY: filled.optional(),
    CLAMD_ADDRESS: z
      .string()
      .regex(/^[\w.-]+:\d+$/, "must be host:port")
      .optional(),
    TRUSTED_PROXIES: z.coerce.number().int().min(1).max(10).default(1),
    API_RATE_LIMIT: z.coerce.number().int().min(1).max(1_000_000).default(300),
    SIGN_IN_RATE_LIMIT: z.coerce.number().int().min(1).max(1_000_000).default(600),
    LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
    DEMONSTRATION: z.literal("1", "must be 1 or absent").optional(),
  })
  .transform((given, context) => ({
    databaseUrl: given.DATABASE_URL,
    /** Connections of one process. Replicas × pool stays under the server's max_connections. */
    databasePool: given.DATABASE_POOL,
    /** The public address of the portal, without path: the only origin mutations may come from. */
    origin: new URL(given.NEXTAUTH_URL).origin,
    authSecret: given.NEXTAUTH_SECRET,
    agentConnect: {
      /** `https://DOMAIN/api/v2` */
      issuer: given.AGENTCONNECT_ISSUER,
      clientId: given.AGENTCONNECT_CLIENT_ID,
      clientSecret: given.AGENTCONNECT_CLIENT_SECRET,
      /** Both must equal what is registered at the provider; `none` is a userinfo in plain JSON. */
      idTokenAlg: given.AGENTCONNECT_ID_TOKEN_ALG,
      userinfoAlg: given.AGENTCONNECT_USERINFO_ALG,
    },
    /** Levels of sign-in that a role needs. */
    strongAcr: given.AGENTCONNECT_STRONG_ACR.split(",").map((acr) => acr.trim()),
    smtpUrl: given.SMTP_URL,
    mailFrom: given.MAIL_FROM,
    files: fileStore(given, context),
    /** `host:port`; without a scanner files wait, and only their author reads them. */
    clamdAddress: given.CLAMD_ADDRESS,
    /** Proxies in front of the portal, each of which appends the address it was called from. */
    trustedProxies: given.TRUSTED_PROXIES,
    /** Calls of the public interface and starts of sign-in, per address and minute. */
    apiRateLimit: given.API_RATE_LIMIT,
    signInRateLimit: given.SIGN_IN_RATE_LIMIT,
    logLevel: given.LOG_LEVEL,
    /** Personas, fictitious data and a clock of its own. */
    demonstration: given.DEMONSTRATION === "1",
  }));

const STORE = ["S3_ENDPOINT", "S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"] as const;
type StoreVariables = Partial<Record<(typeof STORE)[number] | "FILES_DIRECTORY", string>> & {
  S3_REGION: string;
};

/** Files go to a directory or to an S3-compatible store: one of the two. */
function fileStore(given: StoreVariables, context: z.core.$RefinementCtx) {
  if (given.FILES_DIRECTORY) return { kind: "disk" as const, directory: given.FILES_DIRECTORY };
  for (const name of STORE.filter((variable) => !given[variable])) {
    const message = "is missing (or set FILES_DIRECTORY to keep files on disk)";
    context.addIssue({ code: "custom", path: [name], message });
  }
  return {
    kind: "s3" as const,
    endpoint: given.S3_ENDPOINT ?? "",
    region: given.S3_REGION,
    bucket: given.S3_BUCKET ?? "",
    accessKeyId: given.S3_ACCESS_KEY_ID ?? "",
    secretAccessKey: given.S3_SECRET_ACCESS_KEY ?? "",
  };
}

export type Environment = z.output<typeof runtime>;

let read: Environment | undefined;

/**
 * The variables of the web and worker processes, checked once at start.
 * Throws an error of one line per missing or wrong variable, without their values.
 */
export function environment(): Environment {
  read ??= check(runtime);
  return read;
}

/** The name of the service and the address people write to. */
export function serviceIdentity(): { name: string; contact: string } {
  const { SERVICE_NAME, SERVICE_CONTACT } = check(service);
  return { name: SERVICE_NAME, contact: SERVICE_CONTACT };
}

function check<Schema extends z.ZodType>(schema: Schema): z.output<Schema> {
  // An empty variable, as docker compose writes an unset one, is an absent variable.
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    return `  ${name} ${given[name] === undefined && issue.code !== "custom" ? "is missing" : issue.message}`;
  });
  throw new Error(`Environment variables to set right (see README):\n${lines.join("\n")}`);
}
