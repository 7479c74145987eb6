import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { routes } from "@/routes";
import { clamdPath } from "../antivirus/clamd";
import { Sentence } from "../runtime/sentence";

export const root = path.resolve(import.meta.dirname, "../..");

/** Where one embedded portal lives and listens. Two portals differ by port and by data. */
export interface Settings {
  port: number;
  origin: string;
  /** Database, mails, files and keys. */
  data: string;
  /** Next's output, of which a production build and a development server may not share one. */
  distDir: string;
  agentConnectPort: number;
  mailboxPort: number;
  smtpPort: number;
  antivirusPort: number;
}

/** Reads PORT and GUICHET_DATA; the other ports follow PORT, so that the issuer of identities is stable. */
export function settingsFrom(environment: NodeJS.ProcessEnv): Settings {
  const given = environment.PORT || "3000";
  const port = Number(given);
  if (!/^\d+$/.test(given) || port < 1 || port > 65_531) {
    throw new Sentence(
      `PORT is “${given}”: give a number between 1 and 65531, such as PORT=8080 npm start.`,
    );
  }
  return {
    port,
    origin: `http://localhost:${port}`,
    data: path.resolve(root, environment.GUICHET_DATA || ".data"),
    distDir: environment.NEXT_DIST_DIR || ".next",
    agentConnectPort: port + 1,
    mailboxPort: port + 2,
    smtpPort: port + 3,
    antivirusPort: port + 4,
  };
}

/** The variables of the portal's processes: the same ones production sets from outside. */
export function variables(settings: Settings, databaseUrl: string): Record<string, string> {
  return {
    PORT: String(settings.port),
    GUICHET_DATA: settings.data,
    NEXT_DIST_DIR: settings.distDir,
    NEXT_TSCONFIG: typescriptConfiguration(settings.distDir),
    NEXT_TELEMETRY_DISABLED: "1",
    DATABASE_URL: databaseUrl,
    NEXTAUTH_URL: settings.origin,
    NEXTAUTH_SECRET: secret(settings.data),
    AGENTCONNECT_ISSUER: `http://127.0.0.1:${settings.agentConnectPort}/api/v2`,
    AGENTCONNECT_CLIENT_ID: "guichet",
    AGENTCONNECT_CLIENT_SECRET: secret(settings.data),
    AGENTCONNECT_REDIRECT_URI: `${settings.origin}/api/auth/callback/agentconnect`,
    AGENTCONNECT_POST_LOGOUT_REDIRECT_URI: settings.origin + routes.signOutReturn(),
    SMTP_URL: `smtp://127.0.0.1:${settings.smtpPort}`,
    MAIL_FROM: "Guichet (démonstration) <guichet@demonstration.example>",
    MAILBOX_PORT: String(settings.mailboxPort),
    FILES_DIRECTORY: path.join(settings.data, "files"),
    // Where ClamAV is not installed, files wait and the portal says why.
    ...(clamdPath() && { CLAMD_ADDRESS: `127.0.0.1:${settings.antivirusPort}` }),
    ANTIVIRUS_PORT: String(settings.antivirusPort),
    DEMONSTRATION: "1",
    TZ: "Europe/Paris",
  };
}

/**
 * Next adds its output's folder to the TypeScript configuration it is given: for another folder
 * than `.next` that is a file aside, not the one under version control. Relative to the root.
 */
function typescriptConfiguration(distDir: string): string {
  if (distDir === ".next") return "tsconfig.json";
  const file = path.join(".data", `tsconfig${distDir.replaceAll("/", "-")}.json`);
  const content = { extends: "../tsconfig.json", include: ["../next-env.d.ts", "../src"] };
  mkdirSync(path.join(root, ".data"), { recursive: true });
  writeFileSync(path.join(root, file), JSON.stringify(content, null, 2));
  return file;
}

/** Kept with the data: sessions survive a restart. */
function secret(data: string): string {
  const file = path.join(data, "secret");
  if (!existsSync(file)) {
    mkdirSync(data, { recursive: true });
    writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600 });
  }
  return readFileSync(file, "utf8");
}
