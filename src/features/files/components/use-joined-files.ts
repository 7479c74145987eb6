"use client";

import { useCallback, useEffect, useState } from "react";
import { routes } from "@/routes";
import type { DraftFile, DraftFiles } from "../queries/draft-files";

/** While files wait for their analysis, the list is asked again, less and less often. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 15_000;

export interface JoinedFilesState {
  files: readonly DraftFile[];
  refresh: () => void;
  /** Said to screen readers. */
  announcement: string;
  announce: (sentence: string) => void;
}

/** The files of the dossier as the portal has them, kept fresh while some of them are being analysed. */
export function useJoinedFiles(number: string, initial: readonly DraftFile[]): JoinedFilesState {
  const [files, setFiles] = useState(initial);
  const [announcement, announce] = useState("");
  const [asked, setAsked] = useState(0);
  const waiting = files.some(({ status }) => status === "waiting");

  const refresh = useCallback(() => setAsked((count) => count + 1), []);

  useEffect(() => {
    if (asked === 0 && !waiting) return;
    const stop = new AbortController();
    let pause = FIRST_PAUSE;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      const fresh = await readFiles(number, stop.signal);
      if (stop.signal.aborted) return;
      if (fresh) setFiles(fresh);
      pause = Math.min(pause * 1.5, LONGEST_PAUSE);
      if (!fresh || fresh.some(({ status }) => status === "waiting")) {
        timer = setTimeout(() => void ask(), pause);
      }
    };
    timer = setTimeout(() => void ask(), asked === 0 ? pause : 0);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [number, asked, waiting]);

  return { files, refresh, announcement, announce };
}

/** The list as the portal has it now; null when it does not answer. */
async function readFiles(
  number: string,
  signal: AbortSignal,
): Promise<readonly DraftFile[] | null> {
  try {
    const response = await fetch(routes.files(number), { signal });
    if (!response.ok) return null;
    const { files } = (await response.json()) as DraftFiles;
    return files;
  } catch {
    return null;
  }
}
