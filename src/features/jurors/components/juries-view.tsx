import { MEMBERSHIP_WORDS } from "@/domain/rights/jury";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { type Column, DataTable } from "@/ui/data-table";
import { DayTime } from "@/ui/date-time";
import { EmptyState } from "@/ui/empty-state";
import { ReadingNote } from "@/ui/reading-note";
import { StatusBadge } from "@/ui/status-badge";
import type { Jury, JuryLine, JuryMember } from "../queries/jury";
import { InviteForm } from "./jury-forms";

const LINES: readonly Column<JuryLine>[] = [
  {
    key: "theme",
    header: "Jury",
    rowHeader: true,
    cell: ({ theme }) => (
      <AppLink href={routes.themeJury(theme.slug)}>
        {theme.code} – {theme.title}
      </AppLink>
    ),
  },
  { key: "members", header: "Membres", numeric: true, cell: ({ members }) => members },
  {
    key: "invited",
    header: "Invitations sans réponse",
    numeric: true,
    cell: ({ invited }) => invited,
  },
];

/** The juries of the reader's themes. */
export function JuriesView({ juries }: { juries: readonly JuryLine[] }) {
  return (
    <DataTable
      id="jurys"
      caption="Jurys de vos thèmes"
      columns={LINES}
      rows={juries}
      rowKey={({ theme }) => theme.code}
    />
  );
}

/** Who can judge the dossiers of a theme: members, their load and their declaration; then whom to invite. */
export function JuryView({ jury }: { jury: Jury }) {
  const { theme, members, invitable, mayManage } = jury;
  const able = members.filter(({ hindrance }) => hindrance === null).length;
  return (
    <>
      <p className="fr-text--lead">
        {able === 0
          ? "Personne ne peut recevoir de dossier pour le moment."
          : able === 1
            ? "1 personne peut recevoir un dossier."
            : `${able} personnes peuvent recevoir un dossier.`}
      </p>
      <ReadingNote>
        un dossier se confie à un membre qui a le rôle de juré, a accepté l’invitation et a déclaré
        ses intérêts depuis moins d’un an. Les textes ne disent pas comment un jury est composé.
      </ReadingNote>
      {members.length === 0 ? (
        <EmptyState>Ce jury n’a encore personne. Invitez ses membres ci-dessous.</EmptyState>
      ) : (
        <DataTable
          id="membres"
          caption={`Membres du jury ${theme.code}`}
          columns={memberColumns(theme.slug, mayManage)}
          rows={members}
          rowKey={({ id }) => id}
        />
      )}
      {mayManage && (
        <section aria-labelledby="inviter">
          <h2 className="fr-h4" id="inviter">
            Inviter
          </h2>
          {invitable.length === 0 ? (
            <EmptyState>
              Toutes les personnes qui ont le rôle de membre du jury pour ce thème sont invitées.
              L’administrateur du guichet donne ce rôle à d’autres.
            </EmptyState>
          ) : (
            <InviteForm theme={theme.code} people={invitable} />
          )}
        </section>
      )}
    </>
  );
}

function memberColumns(slug: string, mayManage: boolean): Column<JuryMember>[] {
  return [
    {
      key: "name",
      header: "Membre",
      rowHeader: true,
      cell: ({ id, name, organisation }) => (
        <>
          {mayManage ? <AppLink href={routes.juryMember(slug, id)}>{name}</AppLink> : name}
          <br />
          <span className="fr-text--regular">{organisation ?? "Sans organisation"}</span>
        </>
      ),
    },
    {
      key: "status",
      header: "Situation",
      cell: ({ status, hindrance }) => (
        <>
          <StatusBadge small {...MEMBERSHIP_WORDS[status]} />
          {status === "accepted" && hindrance && (
            <>
              <br />
              {`Ne peut pas recevoir de dossier\u00A0: ${hindrance}.`}
            </>
          )}
        </>
      ),
    },
    {
      key: "skills",
      header: "Compétences",
      cell: ({ skills }) => (skills.length === 0 ? "Non renseigné" : skills.join(", ")),
    },
    {
      key: "load",
      header: "Dossiers en cours",
      numeric: true,
      cell: ({ load, capacity }) => (capacity === null ? load : `${load} sur ${capacity}`),
    },
    {
      key: "entrusted",
      header: "Confiés en tout",
      numeric: true,
      cell: ({ entrusted }) => entrusted,
    },
    {
      key: "declared",
      header: "Déclaration d’intérêts",
      cell: ({ declaredOn }) =>
        declaredOn ? <DayTime day={declaredOn} format="short" /> : "Aucune",
    },
  ];
}
