"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

let isStale = false;

/** Tells that what was just saved makes the pages seen before out of date. */
export function pagesChanged(): void {
  isStale = true;
}

/**
 * Makes « Précédent » of the browser ask the portal again once something was saved. The router keeps the pages of a
 * visit as they were: a form would come back without what was typed in it since, and over an old revision.
 */
export function FreshHistory() {
  const router = useRouter();
  useEffect(() => {
    const onReturn = () => {
      // Without network the page as it was is better than none.
      if (!isStale || !navigator.onLine) return;
      isStale = false;
      router.refresh();
    };
    // Before the router's own listener: it then finds nothing kept.
    window.addEventListener("popstate", onReturn, { capture: true });
    return () => window.removeEventListener("popstate", onReturn, { capture: true });
  }, [router]);
  return null;
}
