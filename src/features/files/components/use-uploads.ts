"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { BusinessError } from "@/domain/errors";
import { readAnnouncedFile } from "../announced";
import { type Sending, type SendingFailure, sendFile } from "../send-file";

/** A file on its way to the dossier. Sizes are in bytes. */
export interface Upload {
  key: string;
  field: string;
  /** Its id on the portal, once it has one. */
  file: string | null;
  name: string;
  size: number;
  sent: number;
  /** `cut` goes on by itself when the network is back, or by its button; `failed` will not. */
  state: "preparing" | "sending" | "paused" | "cut" | "failed";
  message: string | null;
}

export interface Uploads {
  list: readonly Upload[];
  add: (field: string, files: readonly File[]) => void;
  pause: (key: string) => void;
  resume: (key: string) => void;
  /** Takes a failed one off the list. */
  forget: (key: string) => void;
}

interface Told {
  onJoined: () => void;
  announce: (sentence: string) => void;
}

/** Quarters of a file, told to screen readers as they pass: often enough to know, not to be a nuisance. */
const quarter = (sent: number, size: number) => Math.floor((4 * sent) / size);

/**
 * Sends files one by one or together; each is paused, resumed and told apart. Who goes to another step meanwhile does
 * not stop them: the portal's list follows them.
 */
export function useUploads(number: string, { onJoined, announce }: Told): Uploads {
  const [list, setList] = useState<readonly Upload[]>([]);
  const sendings = useRef(new Map<string, Sending>());

  const change = useCallback((key: string, more: Partial<Upload>) => {
    setList((before) => before.map((each) => (each.key === key ? { ...each, ...more } : each)));
  }, []);
  const forget = useCallback((key: string) => {
    sendings.current.delete(key);
    setList((before) => before.filter((each) => each.key !== key));
  }, []);

  const start = useCallback(
    (key: string, field: string, file: File) => {
      let told = 0;
      const sending = sendFile({
        number,
        field,
        file,
        onPlaced: (id) => change(key, { file: id, state: "sending" }),
        onProgress: (sent) => {
          change(key, { sent, state: "sending", message: null });
          const passed = quarter(sent, file.size);
          if (passed > told && passed < 4)
            announce(`${file.name}\u00A0: ${passed * 25}\u00A0% envoyés.`);
          told = passed;
        },
        onDone: () => {
          announce(`${file.name} est envoyé.`);
          forget(key);
          onJoined();
        },
        onFailure: (failure) => {
          change(key, failed(failure));
          announce(`${file.name}\u00A0: ${failure.message}`);
        },
      });
      sendings.current.set(key, sending);
    },
    [number, change, forget, announce, onJoined],
  );

  const add = useCallback(
    (field: string, files: readonly File[]) => {
      for (const file of files) {
        const key = crypto.randomUUID();
        const { name, size } = file;
        const refusal = refusalOf(field, file);
        const state = refusal ? "failed" : "preparing";
        const upload: Upload = {
          key,
          field,
          file: null,
          name,
          size,
          sent: 0,
          state,
          message: refusal,
        };
        setList((before) => [...before, upload]);
        if (refusal) announce(`${name}\u00A0: ${refusal}`);
        else start(key, field, file);
      }
    },
    [start, announce],
  );

  const pause = useCallback(
    (key: string) => {
      sendings.current.get(key)?.pause();
      change(key, { state: "paused" });
    },
    [change],
  );
  const resume = useCallback(
    (key: string) => {
      change(key, { state: "sending", message: null });
      sendings.current.get(key)?.resume();
    },
    [change],
  );

  const cut = list.filter(({ state }) => state === "cut").map(({ key }) => key);
  const cutKeys = cut.join(" ");
  useEffect(() => {
    if (cutKeys === "") return;
    const goOn = () => {
      for (const key of cutKeys.split(" ")) resume(key);
    };
    window.addEventListener("online", goOn);
    return () => window.removeEventListener("online", goOn);
  }, [cutKeys, resume]);

  const busy = list.some(({ state }) => state === "preparing" || state === "sending");
  useEffect(() => {
    if (!busy) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [busy]);

  return { list, add, pause, resume, forget };
}

function failed({ goesOn, kept, message }: SendingFailure): Partial<Upload> {
  return { state: goesOn ? "cut" : "failed", sent: kept, message };
}

/** What the portal would refuse at once, said before anything is sent. */
function refusalOf(field: string, { name, size }: File): string | null {
  try {
    readAnnouncedFile({ field, name: name.normalize("NFC"), size });
    return null;
  } catch (error) {
    return error instanceof BusinessError ? error.message : "Ce fichier n’est pas lisible.";
  }
}
