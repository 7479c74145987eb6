import type { Metadata } from "next";
import { NoteView } from "@/features/steering/components/note-view";
import { readSteeringQuery, steeringAddress } from "@/features/steering/filters";
import { readNote } from "@/features/steering/note";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Note au COSINUM" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function NotePage({ searchParams }: Props) {
  const [actor, params] = await Promise.all([requireActor(), searchParams]);
  const note = await orUnavailable(() => readNote(actor, readSteeringQuery(params)));
  return (
    <>
      <PageBreadcrumb
        trail={[{ label: "COSINUM", href: routes.steering(steeringAddress(note.filters)) }]}
        current={note.title}
      />
      <h1>{note.title}</h1>
      <NoteView note={note} />
    </>
  );
}
