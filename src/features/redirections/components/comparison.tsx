import type { Missing } from "@/domain/dossier/completeness";
import type { KeptStep } from "@/domain/dossier/redirection";
import type { ComparedLine } from "@/domain/dossier/redirection-words";
import type { Finding } from "@/domain/funding/types";
import type { ThemeForm } from "@/domain/themes/types";
import { type Column, DataTable } from "@/ui/data-table";
import { EmptyState } from "@/ui/empty-state";
import { ExplanationDetails } from "@/ui/explanation-list";
import { Message } from "@/ui/message";
import type { Compared } from "../comparison";

const SAME = "Inchangé";

function columnsOf({ filed, target }: Compared): Column<ComparedLine>[] {
  return [
    { key: "label", header: "Règle", rowHeader: true, cell: ({ label }) => label },
    { key: "before", header: `Dans ${filed.theme.code}`, cell: ({ before }) => before },
    {
      key: "after",
      header: `Dans ${target.theme.code}`,
      cell: ({ before, after, source }) => (
        <>
          {before === after ? SAME : after}
          {source && <span className="guichet-source"> ({source})</span>}
        </>
      ),
    },
  ];
}

/** What changes for a dossier that goes to another theme, rule by rule, its new grant explained. */
export function ChangesTable({ compared }: { compared: Compared }) {
  return (
    <section aria-labelledby="regles">
      <h2 id="regles" className="fr-h4">
        Règle par règle
      </h2>
      <DataTable
        id="changements"
        caption={`Du thème ${compared.filed.theme.code} au thème ${compared.target.theme.code}, montants TTC`}
        columns={columnsOf(compared)}
        rows={compared.lines}
        rowKey={({ key }) => key}
      />
      <ExplanationDetails steps={compared.preview.evaluation.simulation.explanation} />
    </section>
  );
}

/** Findings of the rules that somebody has to look at before taking the dossier. */
const toWeigh = ({ severity }: Finding) => severity === "blocking" || severity === "warning";

/** What the rules of the new theme notice: told to whoever decides, who may take the dossier all the same. */
export function RulesNotice({ compared: { preview, target } }: { compared: Compared }) {
  const findings = preview.evaluation.simulation.findings.filter(toWeigh);
  if (findings.length === 0) return null;
  return (
    <Message
      severity="warning"
      title={`Attention : les règles de ${target.theme.code} relèvent ${findings.length > 1 ? `${findings.length} points` : "un point"}`}
    >
      <ul>
        {findings.map(({ code, message, source, interpretation }) => (
          <li key={code}>
            {interpretation && <strong>Lecture retenue{"\u00A0"}: </strong>}
            {message} <span className="guichet-source">({source})</span>
          </li>
        ))}
      </ul>
    </Message>
  );
}

/** The answers that go with the dossier, by step of the new form, and those that stay in its versions. */
export function KeptAnswers({ compared: { preview, target } }: { compared: Compared }) {
  const { kept, left } = preview;
  return (
    <section aria-labelledby="garde">
      <h2 id="garde" className="fr-h4">
        Ce qui est gardé
      </h2>
      {kept.length === 0 ? (
        <EmptyState>Les deux thèmes n’ont aucune question en commun.</EmptyState>
      ) : (
        <ul>
          {kept.map((step) => (
            <KeptLine key={step.key} step={step} />
          ))}
        </ul>
      )}
      <p>
        Le numéro, l’équipe, les co-porteurs, les fichiers, les messages et l’historique suivent le
        dossier.
      </p>
      {left.length > 0 && (
        <details className="guichet-details">
          <summary>
            {left.length > 1 ? `${left.length} réponses` : "1 réponse"} que {target.theme.code} ne
            demande pas
          </summary>
          <p>Elles restent dans les versions déposées.</p>
          <ul>
            {left.map((label) => (
              <li key={label}>{label}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function KeptLine({ step: { title, kept } }: { step: KeptStep }) {
  return (
    <li>
      <strong>{title}</strong>
      <ul>
        {kept.map((label) => (
          <li key={label}>{label}</li>
        ))}
      </ul>
    </li>
  );
}

/** What the carrier will have to complete under the new form, by step; what no step holds last. */
export function MissingAnswers(props: { form: ThemeForm; missing: readonly Missing[] }) {
  const missing = props.missing.filter(({ effect }) => effect === "blocks");
  const steps = props.form.steps.map(({ key, title }) => ({
    title,
    own: missing.filter(({ step }) => step === key),
  }));
  const whole = { title: "L’ensemble du dossier", own: missing.filter(({ step }) => !step) };
  return (
    <section aria-labelledby="manque">
      <h2 id="manque" className="fr-h4">
        Ce qui reste à compléter
      </h2>
      {missing.length === 0 ? (
        <p>Rien{"\u00A0"}: le porteur n’a plus qu’à relire et confirmer.</p>
      ) : (
        <details className="guichet-details">
          <summary>
            {missing.length > 1 ? `${missing.length} réponses manquent` : "1 réponse manque"}
          </summary>
          <ul>
            {[...steps, whole]
              .filter(({ own }) => own.length > 0)
              .map(({ title, own }) => (
                <MissingLine key={title} title={title} own={own} />
              ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function MissingLine({ title, own }: { title: string; own: readonly Missing[] }) {
  return (
    <li>
      <strong>{title}</strong>
      <ul>
        {own.map(({ path, message }) => (
          <li key={`${path}-${message}`}>{message}</li>
        ))}
      </ul>
    </li>
  );
}
