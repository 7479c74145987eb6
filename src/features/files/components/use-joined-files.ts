"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { FILE_STATUS_WORDS } from "@/domain/dossier/files";
import { routes } from "@/routes";
import type { DraftFile, DraftFiles } from "../queries/draft-files";

/** While a file arrives or waits for its analysis, the list is asked again, less and less often. */
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
  const latest = useRef(initial);
  const [announcement, announce] = useState("");
  const [asked, setAsked] = useState(0);
  const moving = files.some(isMoving);

  const refresh = useCallback(() => setAsked((count) => count + 1), []);

  useEffect(() => {
    if (asked === 0 && !moving) return;
    const stop = new AbortController();
    let pause = FIRST_PAUSE;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      const fresh = await readFiles(number, stop.signal);
      if (stop.signal.aborted) return;
      if (fresh) {
        const told = outcomes(latest.current, fresh);
        if (told) announce(told);
        latest.current = fresh;
        setFiles(fresh);
      }
      pause = Math.min(pause * 1.5, LONGEST_PAUSE);
      if (!fresh || fresh.some(isMoving)) {
        timer = setTimeout(() => void ask(), pause);
      }
    };
    timer = setTimeout(() => void ask(), asked === 0 ? pause : 0);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [number, asked, moving]);

  return { files, refresh, announcement, announce };
}

const isMoving = ({ status }: DraftFile) => status === "waiting" || status === "receiving";

/** What the antivirus said of files since the last time, as sentences; empty when it said nothing. */
function outcomes(before: readonly DraftFile[], now: readonly DraftFile[]): string {
  const waited = new Set(before.filter(({ status }) => status === "waiting").map(({ id }) => id));
  return now
    .filter(({ id, status }) => waited.has(id) && status !== "waiting")
    .map(({ name, status }) => `${name}\u00A0: ${FILE_STATUS_WORDS[status].label.toLowerCase()}.`)
    .join(" ");
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
