let started: Promise<void> | null = null;

/** Loads and starts the DSFR's script, once. Resolves when its components answer. */
export function startDsfr(): Promise<void> {
  started ??= load();
  return started;
}

async function load(): Promise<void> {
  window.dsfr = { verbose: false, mode: "react" };
  await import("@codegouvfr/react-dsfr/dsfr/dsfr.module");
  window.dsfr.start?.();
  // The DSFR builds its components over the next frames.
  await nextFrame();
  await nextFrame();
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}
