"use client";

import { useEffect, useState } from "react";
import { AppLink } from "@/ui/app-link";
import { Message } from "@/ui/message";
import { copyKey } from "../copy-key";

/** Milliseconds between two looks: what was typed last leaves meanwhile, and is not worth a warning. */
const EVERY = 2_000;

export interface UnsentCopiesProps {
  number: string;
  agentId: string;
  /** The pages where something is typed, under the key of their copy. */
  pages: readonly { key: string; title: string; href: string }[];
}

/** The pages on which this device holds something the portal does not have: it would not be in what is filed. */
export function UnsentCopies({ number, agentId, pages }: UnsentCopiesProps) {
  const [waiting, setWaiting] = useState<readonly string[]>([]);
  useEffect(() => {
    const look = () =>
      setWaiting(
        pages.map(({ key }) => key).filter((key) => isKept(copyKey(agentId, number, key))),
      );
    const timer = window.setInterval(look, EVERY);
    return () => window.clearInterval(timer);
  }, [number, agentId, pages]);

  return (
    <div role="status">
      {waiting.length > 0 && (
        <Message
          severity="warning"
          title="Attention : une partie de votre saisie n’est que sur cet appareil"
          as="h2"
        >
          <p>
            Elle n’est pas encore dans le dossier. Ouvrez chaque étape{"\u00A0"}: elle s’enregistre
            alors, ou dit pourquoi elle ne le peut pas.
          </p>
          <ul>
            {pages
              .filter(({ key }) => waiting.includes(key))
              .map(({ key, title, href }) => (
                <li key={key}>
                  <AppLink href={href}>{title}</AppLink>
                </li>
              ))}
          </ul>
        </Message>
      )}
    </div>
  );
}

function isKept(key: string): boolean {
  try {
    return window.localStorage.getItem(key) !== null;
  } catch {
    // A browser that keeps nothing has nothing waiting.
    return false;
  }
}
