import { registerHooks } from "node:module";

const ASIDE = {
  // The handler of the filing runs outside Next: what it asks of the request comes from beside.
  "next/headers": new URL("./next-headers.ts", import.meta.url).href,
  // The guard against client bundles is an error outside Next's server build.
  "server-only": new URL("../../../../node_modules/server-only/empty.js", import.meta.url).href,
};

registerHooks({
  resolve: (specifier, context, next) =>
    Object.hasOwn(ASIDE, specifier)
      ? { url: ASIDE[specifier], shortCircuit: true }
      : next(specifier, context),
});
