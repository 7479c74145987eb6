import type { Day } from "@/domain/calendar";
import {
  AWAITED_OPINIONS,
  OPINION_STATUS_WORDS,
  OPINION_WORDS,
  READERS_WORDS,
} from "@/domain/dossier/opinion";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { type Column, DataTable } from "@/ui/data-table";
import { DayTime, InstantTime } from "@/ui/date-time";
import { DefinitionList } from "@/ui/definition-list";
import { EmptyState } from "@/ui/empty-state";
import { StatusBadge } from "@/ui/status-badge";
import type { GivenOpinion, OpinionLine } from "../queries/dossier-opinions";
import { RequestForm, RevokeForm } from "./one-act-forms";

const nameOf = ({ expert, address }: OpinionLine) => expert?.name ?? address;

/** The opinions of experts on a dossier: those given, those awaited, then how to ask for one. */
export function OpinionsView(props: {
  number: string;
  opinions: readonly OpinionLine[];
  mayRequest: boolean;
  /** First day an opinion may be due. */
  earliest: Day;
}) {
  const { number, opinions, mayRequest, earliest } = props;
  const given = opinions.flatMap(({ given: each }) => each ?? []);
  return (
    <section aria-labelledby="experts">
      <h2 className="fr-h4" id="experts">
        Avis d’experts
      </h2>
      {opinions.length === 0 ? (
        <EmptyState>Aucun avis d’expert n’est demandé sur ce dossier.</EmptyState>
      ) : (
        <DataTable
          id="avis-demandes"
          caption="Avis demandés"
          columns={columns(number)}
          rows={opinions}
          rowKey={({ id }) => id}
        />
      )}
      <GivenOpinions opinions={given} as="h3" />
      {mayRequest && (
        <section aria-labelledby="demander-un-avis" className="fr-mt-4w">
          <h3 className="fr-h5" id="demander-un-avis">
            Demander un avis
          </h3>
          <p>
            L’expert lit le dossier déposé et ses documents, rien du jury, des notes internes ni des
            autres avis. Le porteur ne sait pas qui est consulté. Le portail écarte un expert lié au
            porteur.
          </p>
          <RequestForm number={number} earliest={earliest} />
        </section>
      )}
    </section>
  );
}

function columns(number: string): Column<OpinionLine>[] {
  return [
    {
      key: "who",
      header: "Expert",
      rowHeader: true,
      cell: (line) => (
        <>
          <AppLink href={routes.opinionRequest(number, line.id)}>{nameOf(line)}</AppLink>
          {line.expert?.organisation && (
            <>
              <br />
              <span className="fr-text--regular">{line.expert.organisation}</span>
            </>
          )}
        </>
      ),
    },
    { key: "question", header: "Question", cell: ({ question }) => question },
    {
      key: "due",
      header: "Attendu pour le",
      cell: ({ dueOn, isLate }) => (
        <>
          <DayTime day={dueOn} format="short" />
          {isLate && (
            <>
              <br />
              <StatusBadge small label="En retard" severity="error" />
            </>
          )}
        </>
      ),
    },
    {
      key: "status",
      header: "État",
      cell: ({ status, given }) => (
        <>
          <StatusBadge small {...OPINION_STATUS_WORDS[status]} />
          {given && (
            <>
              <br />
              {OPINION_WORDS[given.choice].label}
            </>
          )}
        </>
      ),
    },
  ];
}

/** The opinions meant for the jury, under the dossier a juror reads; nothing while there is none. */
export function JuryOpinions({ opinions }: { opinions: readonly GivenOpinion[] }) {
  if (opinions.length === 0) return null;
  return (
    <section aria-labelledby="avis-d-experts" className="fr-mb-4w">
      <h3 id="avis-d-experts">Avis d’experts</h3>
      <GivenOpinions opinions={opinions} as="h4" />
    </section>
  );
}

/** Opinions handed in, in full. */
export function GivenOpinions(props: { opinions: readonly GivenOpinion[]; as: "h3" | "h4" }) {
  const Title = props.as;
  return props.opinions.map(({ id, expert, question, choice, text, givenAt }) => (
    <article key={id} className="fr-mt-3w">
      <Title className="fr-h6 fr-mb-1w">
        Avis de {expert.name}
        {expert.organisation && `, ${expert.organisation}`}
      </Title>
      <p className="fr-mb-1w">
        <StatusBadge {...OPINION_WORDS[choice]} /> remis le <InstantTime instant={givenAt} />
      </p>
      <p className="fr-mb-1w">
        <strong>Question{"\u00A0"}:</strong> <span className="guichet-typed">{question}</span>
      </p>
      <p className="guichet-typed">{text}</p>
    </article>
  ));
}

/** One request: what was asked, how it ended or how to end it, and the link to pass on. */
export function OpinionRequestView(props: {
  number: string;
  opinion: OpinionLine;
  link: string | null;
  mayRequest: boolean;
}) {
  const { number, opinion, link, mayRequest } = props;
  const awaited = AWAITED_OPINIONS.some((status) => status === opinion.status);
  return (
    <>
      <DefinitionList
        items={[
          { term: "Adresse", details: opinion.address },
          ...(opinion.expert
            ? [
                {
                  term: "Expert",
                  details: `${opinion.expert.name}, ${opinion.expert.organisation ?? "sans organisation"}`,
                },
              ]
            : []),
          {
            term: "Question",
            details: <span className="guichet-typed">{opinion.question}</span>,
          },
          { term: "Attendu pour le", details: <DayTime day={opinion.dueOn} /> },
          { term: "Lu par", details: READERS_WORDS[opinion.readers] },
          {
            term: "État",
            details: (
              <>
                <StatusBadge small {...OPINION_STATUS_WORDS[opinion.status]} />
                {opinion.endedAt && (
                  <>
                    {" "}
                    le <InstantTime instant={opinion.endedAt} />
                  </>
                )}
              </>
            ),
          },
          ...(opinion.endedReason ? [{ term: "Raison", details: opinion.endedReason }] : []),
          {
            term: "Demandé par",
            details: (
              <>
                {opinion.requestedBy}, le <InstantTime instant={opinion.requestedAt} />
              </>
            ),
          },
        ]}
      />
      {opinion.given && <GivenOpinions opinions={[opinion.given]} as="h3" />}
      {mayRequest && link && (
        <>
          <h2 className="fr-h4 fr-mt-4w">Lien à transmettre</h2>
          <p>
            Une seule personne de ce domaine peut accepter, la première. Le lien ne s’ouvre qu’avec
            une adresse de ce domaine.
          </p>
          <p className="guichet-fingerprint">{link}</p>
        </>
      )}
      {mayRequest && awaited && (
        <>
          <h2 className="fr-h4 fr-mt-4w">Retirer la demande</h2>
          <p>
            L’expert est prévenu et ne voit plus rien du dossier, dès maintenant. Ce qu’il a
            commencé n’est pas lu.
          </p>
          <RevokeForm number={number} opinion={opinion.id} />
        </>
      )}
    </>
  );
}
