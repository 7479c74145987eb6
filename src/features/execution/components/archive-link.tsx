import { routes } from "@/routes";

/** The archive of a closed project, for whoever reads it; nothing while it runs. */
export function ArchiveLink({ number, closed }: { number: string; closed: boolean }) {
  if (!closed) return null;
  return (
    <p>
      <a className="fr-link fr-link--download" href={routes.projectArchive(number)} download>
        Archive du projet
        <span className="fr-link__detail">ZIP, sommaire et empreintes</span>
      </a>
    </p>
  );
}
