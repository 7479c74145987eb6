import path from "node:path";
import { reportFailure, Sentence } from "../runtime/sentence";
import { startAgentConnect } from "./agentconnect/server";
import { startMailbox } from "./mailbox/server";

/** The two services a portal needs and a workstation has not: one process, settings from the environment. */
async function main(): Promise<void> {
  const data = needed("GUICHET_DATA");
  const issuer = new URL(needed("AGENTCONNECT_ISSUER"));
  const smtp = new URL(needed("SMTP_URL"));
  await startAgentConnect({
    port: Number(issuer.port),
    keysFile: path.join(data, "agentconnect/keys.json"),
    clientId: needed("AGENTCONNECT_CLIENT_ID"),
    clientSecret: needed("AGENTCONNECT_CLIENT_SECRET"),
    redirectUri: needed("AGENTCONNECT_REDIRECT_URI"),
    postLogoutRedirectUri: needed("AGENTCONNECT_POST_LOGOUT_REDIRECT_URI"),
    idTokenAlg: "ES256",
    userinfoAlg: "ES256",
  });
  await startMailbox({
    smtpPort: Number(smtp.port),
    webPort: Number(needed("MAILBOX_PORT")),
    directory: path.join(data, "mailbox"),
  });
  process.send?.("ready");
}

function needed(name: string): string {
  const value = process.env[name];
  if (!value) throw new Sentence(`The look-alikes need ${name}: they are started by “npm start”.`);
  return value;
}

main().catch((error: unknown) => {
  reportFailure(error);
  process.exit();
});
