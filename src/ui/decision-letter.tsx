import type { ReactNode } from "react";
import type { Day } from "@/domain/calendar";
import { formatDay } from "@/domain/calendar";
import { RECUSED_LABEL, writtenLines } from "@/domain/dossier/letter";
import { inGroups } from "@/domain/evidence/document";
import type { Cents } from "@/domain/money";
import { Amount } from "@/ui/amount";
import { AppLink } from "@/ui/app-link";
import { InstantTime } from "@/ui/date-time";
import { DefinitionList } from "@/ui/definition-list";
import { ExpectationList, type ListedExpectation } from "@/ui/expectation-list";

export interface DecisionLetterProps {
  /** Unit that decides, never a person. */
  authority: string;
  carrierName: string;
  number: string;
  title: string;
  theme: { code: string; title: string };
  /** Object and first sentence of the outcome, the same words as the PDF's. */
  words: { object: string; sentence: string };
  /** Awarded, TTC; null unless accepted. */
  amount: Cents | null;
  computed: { total: Cents; base: Cents; grant: Cents } | null;
  motive: string;
  /** One per line; empty when nothing is said. */
  strengths: string;
  weaknesses: string;
  /** What a new presentation must answer, numbered in this order. */
  expectations: readonly ListedExpectation[];
  /** Members of the jury recused from the dossier: how many. */
  recused: number;
  filedAt: Date;
  decidedAt: Date;
  /** Null in a preview: the letter is dated on the day it is notified. */
  notifiedAt: Date | null;
  fingerprint: string;
  /** Fingerprint of the letter itself; null until it is notified. */
  seal: string | null;
  contactEmail: string;
  /** Address of the page that verifies both. */
  verificationHref: string;
  nextDates: readonly { label: string; day?: Day }[];
}

/** The letter of a decision as a page: the same content as its PDF, in the same order. Titles begin at h2. */
export function DecisionLetter(letter: DecisionLetterProps) {
  const { authority, carrierName, words, amount, computed, nextDates } = letter;
  return (
    <article className="guichet-letter" aria-labelledby="objet-de-la-lettre">
      <p>
        <strong>{authority}</strong>
        <br />
        Destinataire{"\u00A0"}: {carrierName}
      </p>
      <p>
        {letter.notifiedAt ? (
          <>
            Le <InstantTime instant={letter.notifiedAt} format="date" />
          </>
        ) : (
          "Le [jour de la notification]"
        )}
      </p>
      <h2 className="fr-h4" id="objet-de-la-lettre">
        {words.object}
      </h2>
      <p>
        Dossier <strong>{letter.number}</strong>, {letter.title}
        <br />
        Thème {letter.theme.code}, {letter.theme.title}
      </p>
      <p>{words.sentence}</p>
      {(amount !== null || computed) && (
        <Section title={amount === null ? "Les montants du dossier" : "La subvention accordée"}>
          <DefinitionList
            items={[
              ...(amount === null
                ? []
                : [{ term: "Subvention accordée", details: <Amount cents={amount} /> }]),
              ...(computed
                ? [
                    {
                      term: "Coût total du projet, TTC",
                      details: <Amount cents={computed.total} />,
                    },
                    { term: "Base de calcul, TTC", details: <Amount cents={computed.base} /> },
                    { term: "Subvention calculée", details: <Amount cents={computed.grant} /> },
                  ]
                : []),
            ]}
          />
        </Section>
      )}
      <Section title="Les raisons de la décision">
        <p className="guichet-typed">{letter.motive}</p>
      </Section>
      <Points title="Les points forts du projet" text={letter.strengths} />
      <Points title="Ses points faibles" text={letter.weaknesses} />
      {letter.expectations.length > 0 && (
        <Section title="Ce que la nouvelle présentation doit montrer">
          <ExpectationList expectations={letter.expectations} />
        </Section>
      )}
      {nextDates.length > 0 && (
        <Section title="Ce qui se passe ensuite">
          <ul>
            {nextDates.map(({ label, day }) => (
              <li key={label}>{day ? `${label}\u00A0: ${formatDay(day)}.` : `${label}.`}</li>
            ))}
          </ul>
        </Section>
      )}
      <Appeal authority={authority} contactEmail={letter.contactEmail} />
      <Section title="Les références">
        <DefinitionList
          items={[
            { term: "Numéro du dossier", details: letter.number },
            { term: "Dossier déposé le", details: <InstantTime instant={letter.filedAt} /> },
            { term: "Décision prise le", details: <InstantTime instant={letter.decidedAt} /> },
            {
              term: "Décision notifiée le",
              details: letter.notifiedAt ? (
                <InstantTime instant={letter.notifiedAt} />
              ) : (
                "Pas encore notifiée"
              ),
            },
            ...(letter.recused > 0 ? [{ term: RECUSED_LABEL, details: letter.recused }] : []),
            {
              term: "Empreinte SHA-256 du dossier déposé",
              details: <Print of={letter.fingerprint} />,
            },
            ...(letter.seal
              ? [{ term: "Empreinte SHA-256 de cette lettre", details: <Print of={letter.seal} /> }]
              : []),
          ]}
        />
        {letter.seal && (
          <p>
            Une empreinte se vérifie sur la page{" "}
            <AppLink href={letter.verificationHref}>Vérifier un document</AppLink>.
          </p>
        )}
      </Section>
    </article>
  );
}

const Print = ({ of }: { of: string }) => (
  <code className="guichet-fingerprint">{inGroups(of)}</code>
);

function Points({ title, text }: { title: string; text: string }) {
  const lines = writtenLines(text);
  if (lines.length === 0) return null;
  return (
    <Section title={title}>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Section>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="fr-h5">{title}</h3>
      {children}
    </section>
  );
}

function Appeal({ authority, contactEmail }: { authority: string; contactEmail: string }) {
  return (
    <Section title="Si vous contestez cette décision">
      <p>
        Vous disposez de deux mois à compter de la réception de cette lettre pour former{"\u00A0"}:
      </p>
      <ul>
        <li>
          un recours gracieux, adressé à l’autorité qui décide ({authority}), sur la page «
          {"\u00A0"}Recours{"\u00A0"}» du dossier ou par courriel à {`${contactEmail}\u202F;`}
        </li>
        <li>un recours contentieux, devant le tribunal administratif compétent.</li>
      </ul>
      <p>
        Un recours gracieux formé dans ces deux mois interrompt le délai du recours contentieux.
        Sans réponse pendant deux mois, il est rejeté. À compter de la réponse ou du rejet, vous
        disposez à nouveau de deux mois pour saisir le tribunal.
      </p>
    </Section>
  );
}
