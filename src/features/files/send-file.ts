import type { DetailedError, Upload } from "tus-js-client";
import { routes } from "@/routes";

/** Bytes of one request: what a cut costs at most. */
const CHUNK = 4 * 1024 * 1024;
/** Waits before trying again, in milliseconds; after the last, the person or the network says when. */
const PAUSES = [0, 1_000, 2_000, 4_000, 8_000];

export interface SendingFailure {
  /** Whether it may go on from where it is. */
  goesOn: boolean;
  /** Bytes the portal said it has. */
  kept: number;
  message: string;
}

export interface Sending {
  pause: () => void;
  resume: () => void;
}

interface SendOptions {
  number: string;
  field: string;
  file: File;
  /** The portal knows the file under this id. */
  onPlaced: (id: string) => void;
  onProgress: (sent: number) => void;
  onDone: () => void;
  onFailure: (failure: SendingFailure) => void;
}

/**
 * Sends a file by the tus protocol, from where an earlier try left it, on this page or before it was closed. Its
 * fingerprint is computed first: what the portal keeps is what this browser read.
 */
export function sendFile(options: SendOptions): Sending {
  let upload: Upload | undefined;
  let paused = false;
  const unreadable = "Ce fichier ne peut plus être lu. Choisissez-le à nouveau.";
  prepare(options).then(
    (prepared) => {
      upload = prepared;
      if (!paused) upload.start();
    },
    () => options.onFailure({ goesOn: false, kept: 0, message: unreadable }),
  );
  return {
    pause: () => {
      paused = true;
      void upload?.abort();
    },
    resume: () => {
      paused = false;
      upload?.start();
    },
  };
}

async function prepare(options: SendOptions): Promise<Upload> {
  const { number, field, file } = options;
  // Loaded with the first file: the page stays light for who joins none.
  const [{ Upload }, sha256] = await Promise.all([import("tus-js-client"), sha256Of(file)]);
  let kept = 0;
  const upload: Upload = new Upload(file, {
    endpoint: routes.files(number),
    chunkSize: CHUNK,
    retryDelays: PAUSES,
    metadata: { filename: file.name.normalize("NFC"), field, sha256 },
    fingerprint: () => Promise.resolve(`guichet:${number}:${field}:${file.name}:${sha256}`),
    removeFingerprintOnSuccess: true,
    // Without a network the browser says when it is back: no use in trying before.
    onShouldRetry: (error) => navigator.onLine && passes(statusOf(error)),
    onUploadUrlAvailable: () => options.onPlaced(upload.url?.split("/").at(-1) ?? ""),
    onProgress: (sent) => options.onProgress(sent),
    onChunkComplete: (_size, accepted) => {
      kept = accepted;
    },
    onSuccess: () => options.onDone(),
    onError: (error) => options.onFailure({ ...failureOf(error), kept }),
  });
  const [earlier] = await upload.findPreviousUploads();
  if (earlier) upload.resumeFromPreviousUpload(earlier);
  return upload;
}

async function sha256Of(file: File): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

const statusOf = (error: Error | DetailedError): number =>
  ("originalResponse" in error && error.originalResponse?.getStatus()) || 0;

/** No answer, a conflict that the next question settles, too much at once, a portal that is away. */
function passes(status: number): boolean {
  return status === 0 || status === 409 || status === 423 || status === 429 || status >= 500;
}

function failureOf(error: Error | DetailedError): Omit<SendingFailure, "kept"> {
  const status = statusOf(error);
  if (status === 401) {
    return {
      goesOn: true,
      message: "Votre session a expiré. Reconnectez-vous dans un autre onglet, puis reprenez.",
    };
  }
  if (passes(status)) {
    return {
      goesOn: true,
      message:
        status === 0
          ? "La connexion est coupée. L’envoi repartira d’où il s’est arrêté."
          : "Le portail ne répond pas pour le moment. Reprenez l’envoi dans un instant.",
    };
  }
  return { goesOn: false, message: messageOf(error) };
}

/** The sentence of the refusal. */
function messageOf(error: Error | DetailedError): string {
  const otherwise = "L’envoi est refusé. Rechargez la page et recommencez.";
  if (!("originalResponse" in error)) return otherwise;
  try {
    const body: unknown = JSON.parse(error.originalResponse?.getBody() ?? "");
    const told = (body as { error?: { message?: unknown } } | null)?.error?.message;
    return typeof told === "string" ? told : otherwise;
  } catch {
    return otherwise;
  }
}
