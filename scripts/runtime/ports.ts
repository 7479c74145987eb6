import { createServer } from "node:net";
import { Sentence } from "./sentence";

function listen(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(port, host, () => {
      const address = server.address();
      const given = typeof address === "object" && address ? address.port : port;
      server.close(() => resolve(given));
    });
  });
}

/** A port of the loopback nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return listen(0, "127.0.0.1");
}

/** Fails with a sentence naming the port and its use when something already listens on it. */
export async function requireFree(port: number, use: string): Promise<void> {
  for (const host of ["127.0.0.1", "::"]) {
    try {
      await listen(port, host);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      if (code === "EAFNOSUPPORT" || code === "EADDRNOTAVAIL") continue;
      throw new Sentence(
        code === "EACCES"
          ? `Port ${port}, needed for ${use}, is reserved to the administrator: choose another with PORT=8080 npm start.`
          : `Port ${port}, needed for ${use}, is busy: stop the program that uses it or choose another with PORT=8080 npm start.`,
      );
    }
  }
}
