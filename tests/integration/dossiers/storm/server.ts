import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { POST } from "@/app/api/v1/depots/route";
import { withRequest } from "./next-headers";

/**
 * The smallest server of filings: the portal's own handler on a port, without Next. `STORM_CUT=7` cuts the connection of
 * each seventh request once its transaction is committed, as a network does. `STORM_SABOTAGE` makes the faults that the
 * storm must find: `acknowledge-first` answers before the transaction, `forget-key` files under a key of its own.
 */
const cutEvery = Number(process.env.STORM_CUT ?? 0);
const sabotage = process.env.STORM_SABOTAGE ?? "";
let count = 0;

const server = createServer((incoming, answer) => {
  void serve(incoming, answer);
});

async function serve(incoming: IncomingMessage, answer: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const body = JSON.parse(Buffer.concat(chunks).toString()) as { key: string; number: string };
  count += 1;
  const cut = cutEvery > 0 && count % cutEvery === 0;
  if (sabotage === "forget-key") body.key = randomUUID();
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (typeof value === "string" && name !== "content-length") headers.set(name, value);
  }
  const request = new Request(`http://${incoming.headers.host}${incoming.url}`, {
    method: "POST",
    headers,
    body: JSON.stringify(body),
  });
  const filing = withRequest(request, () => POST(request, { params: Promise.resolve({}) }));
  if (sabotage === "acknowledge-first") {
    const receipt = { number: body.number, filedAt: new Date(), fingerprint: "0".repeat(64) };
    answer.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(receipt));
    return;
  }
  const response = await filing;
  if (cut) {
    incoming.socket.destroy();
    return;
  }
  answer.writeHead(response.status, Object.fromEntries(response.headers));
  answer.end(await response.text());
}

server.listen(Number(process.env.PORT ?? 0), "127.0.0.1", () => {
  const address = server.address();
  if (address && typeof address !== "string") process.send?.({ port: address.port });
});
