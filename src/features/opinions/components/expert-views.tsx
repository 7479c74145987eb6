import { OPINION_STATUS_WORDS, OPINION_WORDS, READERS_WORDS } from "@/domain/dossier/opinion";
import type { FieldError } from "@/domain/errors";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { type Column, DataTable } from "@/ui/data-table";
import { DayTime, InstantTime } from "@/ui/date-time";
import { DefinitionList } from "@/ui/definition-list";
import { DossierHeader } from "@/ui/dossier-header";
import { EmptyState } from "@/ui/empty-state";
import { fieldId } from "@/ui/field";
import { FiledContent } from "@/ui/filed-content";
import { Message } from "@/ui/message";
import { StatusBadge } from "@/ui/status-badge";
import type { MyOpinion, MyOpinionLine, OpinionLinkView } from "../queries/my-opinions";
import { AcceptForm, DeclineForm, GiveForm } from "./one-act-forms";
import { OpinionForm } from "./opinion-form";

const COLUMNS: readonly Column<MyOpinionLine>[] = [
  {
    key: "dossier",
    header: "Dossier",
    rowHeader: true,
    cell: ({ id, number, title }) => (
      <AppLink href={routes.opinion(id)}>
        {number} – {title}
      </AppLink>
    ),
  },
  {
    key: "due",
    header: "Attendu pour le",
    cell: ({ dueOn, isLate }) => (
      <>
        <DayTime day={dueOn} format="short" />{" "}
        {isLate && <StatusBadge small label="En retard" severity="error" />}
      </>
    ),
  },
  {
    key: "status",
    header: "État",
    cell: ({ status }) => <StatusBadge small {...OPINION_STATUS_WORDS[status]} />,
  },
];

/** The opinions one owes, then those one gave. */
export function MyOpinionsView({ opinions }: { opinions: readonly MyOpinionLine[] }) {
  if (opinions.length === 0) {
    return (
      <EmptyState>
        Aucun avis ne vous est demandé. Une demande arrive par courriel, avec un lien personnel.
      </EmptyState>
    );
  }
  return (
    <DataTable
      id="mes-avis"
      caption="Avis qui vous sont demandés"
      columns={COLUMNS}
      rows={opinions}
      rowKey={({ id }) => id}
    />
  );
}

const WHY = {
  "other-domain":
    "Ce lien est destiné à une personne d’un autre domaine de messagerie que le vôtre. S’il vous a été transmis par erreur, n’en faites rien\u202F; sinon, demandez un lien à votre adresse.",
  taken: "Une autre personne a déjà accepté de donner cet avis.",
  ended:
    "Cette demande d’avis est close\u00A0: elle a été déclinée ou retirée, ou le dossier est décidé.",
  unknown: "Ce lien n’ouvre aucune demande d’avis. Vérifiez que vous l’avez copié en entier.",
} as const;

/** What the link of the mail opens: the request and both answers, or why it opens nothing. */
export function OpinionLink(props: {
  view: Exclude<OpinionLinkView, { state: "mine" }>;
  token: string;
}) {
  const { view, token } = props;
  if (view.state !== "open") {
    return (
      <EmptyState action={{ label: "Voir mes avis", href: routes.myOpinions() }}>
        {WHY[view.state]}
      </EmptyState>
    );
  }
  const { number, title, themeCode, carrier, question, dueOn, readers, requestedBy } = view.asked;
  return (
    <>
      <DefinitionList
        items={[
          {
            term: "Question",
            details: (
              <strong>
                <span className="guichet-typed">{question}</span>
              </strong>
            ),
          },
          { term: "Attendu pour le", details: <DayTime day={dueOn} format="weekday" /> },
          { term: "Lu par", details: READERS_WORDS[readers] },
          { term: "Dossier", details: `${number}, ${title} (thème ${themeCode})` },
          { term: "Porteur", details: carrier },
          { term: "Demandé par", details: requestedBy },
        ]}
      />
      <p>
        Si vous acceptez, le dossier déposé et ses documents s’ouvrent à vous jusqu’à la remise de
        votre avis. Le porteur ne saura pas qui l’a donné.
      </p>
      <h2 className="fr-h4">Accepter</h2>
      <AcceptForm token={token} />
      <h2 className="fr-h4 fr-mt-4w">Décliner</h2>
      <DeclineForm token={token} />
    </>
  );
}

/** The question, the dossier beside the opinion to write; or the opinion handed in. */
export function MyOpinionView({ opinion, agentId }: { opinion: MyOpinion; agentId: string }) {
  const { id, header, question, dueOn, isLate, readers, filed, givenAt } = opinion;
  if (givenAt) return <GivenView opinion={opinion} givenAt={givenAt} />;
  return (
    <>
      <DossierHeader {...header} next={{ what: "remettre votre avis", who: "vous" }} />
      <DefinitionList
        items={[
          {
            term: "Question",
            details: (
              <strong>
                <span className="guichet-typed">{question}</span>
              </strong>
            ),
          },
          {
            term: "Attendu pour le",
            details: (
              <>
                <DayTime day={dueOn} format="weekday" />{" "}
                {isLate && <StatusBadge small label="En retard" severity="error" />}
              </>
            ),
          },
          { term: "Lu par", details: READERS_WORDS[readers] },
        ]}
      />
      <p>
        Vous ne pouvez plus donner cet avis{"\u202F"}?{" "}
        <AppLink href={routes.opinionDecline(id)}>Décliner</AppLink>
      </p>
      <div className="fr-grid-row fr-grid-row--gutters">
        <section
          className="fr-col-12 fr-col-lg-6 guichet-beside"
          aria-labelledby="dossier-depose"
          // It scrolls on its own beside the opinion: the keyboard has to reach it.
          tabIndex={0}
        >
          <h2 className="fr-h4" id="dossier-depose">
            Le dossier déposé
          </h2>
          {filed ? (
            <FiledContent {...filed} />
          ) : (
            <EmptyState>Le contenu déposé de ce dossier n’est pas sur le portail.</EmptyState>
          )}
        </section>
        <section className="fr-col-12 fr-col-lg-6" aria-labelledby="mon-avis">
          <h2 className="fr-h4" id="mon-avis">
            Mon avis
          </h2>
          <OpinionForm
            id={id}
            agentId={agentId}
            choice={opinion.choice}
            text={opinion.text}
            revision={opinion.revision}
          />
        </section>
      </div>
    </>
  );
}

function GivenView({ opinion, givenAt }: { opinion: MyOpinion; givenAt: Date }) {
  return (
    <>
      <DossierHeader {...opinion.header} />
      <Message severity="success" title="Succès : votre avis est remis">
        <p>
          Remis le <InstantTime instant={givenAt} />. Il ne change plus, et le dossier ne vous est
          plus ouvert.
        </p>
      </Message>
      <Written opinion={opinion} />
    </>
  );
}

function Written({ opinion }: { opinion: MyOpinion }) {
  const { question, choice, text } = opinion;
  return (
    <DefinitionList
      items={[
        { term: "Question", details: <span className="guichet-typed">{question}</span> },
        {
          term: "Sens de l’avis",
          details: choice && <StatusBadge {...OPINION_WORDS[choice]} />,
        },
        { term: "Avis", details: text && <span className="guichet-typed">{text}</span> },
      ]}
    />
  );
}

/** The opinion read once more before it becomes final, or what it lacks. */
export function HandInView(props: { opinion: MyOpinion; missing: readonly FieldError[] }) {
  const { opinion, missing } = props;
  const complete = missing.length === 0;
  return (
    <>
      <DossierHeader {...opinion.header} as="p" />
      <h1 className="fr-h3">Remettre mon avis</h1>
      {complete ? (
        <p className="fr-text--lead">
          Une fois remis, votre avis ne change plus et le dossier se ferme. Il sera lu par{" "}
          {READERS_WORDS[opinion.readers]}.
        </p>
      ) : (
        <Message severity="warning" title="Attention : votre avis n’est pas complet">
          <ul>
            {missing.map(({ path, message }) => (
              <li key={path}>
                <AppLink href={`${routes.opinion(opinion.id)}#${fieldId(path)}`}>{message}</AppLink>
              </li>
            ))}
          </ul>
        </Message>
      )}
      <Written opinion={opinion} />
      <ul className="fr-btns-group fr-btns-group--inline-md">
        {complete && (
          <li>
            <GiveForm opinion={opinion.id} revision={opinion.revision} />
          </li>
        )}
        <li>
          <AppLink
            href={routes.opinion(opinion.id)}
            className={complete ? "fr-btn fr-btn--secondary" : "fr-btn"}
          >
            Modifier mon avis
          </AppLink>
        </li>
      </ul>
    </>
  );
}
