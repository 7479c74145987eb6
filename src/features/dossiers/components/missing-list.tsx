import type { ReactNode } from "react";
import type { Asked } from "@/domain/dossier/asked";
import type { Missing } from "@/domain/dossier/completeness";
import { FILING_WORDS } from "@/domain/dossier/filing-words";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { fieldId } from "@/ui/field";
import { Message } from "@/ui/message";
import { ASKED_TITLES, askedPage } from "../asked-page";
import type { OpenDossier } from "../queries/open-dossier";
import { missingOf, missingSentence } from "../step-states";

/** All that stands between the draft and its filing, by step, each with a link to its field. */
export function MissingList({ dossier }: { dossier: OpenDossier }) {
  const { state, evaluation } = dossier;
  const { number, form, editing, asked } = state;
  const { missing, ready } = evaluation;
  const { review } = FILING_WORDS[editing.act ?? "file"];
  const whole = missing.filter(({ step, kind }) => step === null && kind !== "asked");
  const points = missing.filter(({ kind }) => kind === "asked");
  const toRead = missing.filter(({ effect }) => effect === "acknowledge").length;
  return (
    <>
      <p className="fr-text--lead">
        {missingSentence(missing) ?? "Rien ne manque"}
        {toRead > 0 &&
          ` ; ${toRead === 1 ? "1 point est à relire" : `${toRead} points sont à relire`}`}
        .
      </p>
      {ready && (
        <Message severity="success" title="Succès : le dossier est complet">
          <p>Relisez-le une dernière fois, puis envoyez-le.</p>
        </Message>
      )}
      {asked && points.length > 0 && (
        <section aria-labelledby="manque-points">
          <h2 id="manque-points" className="fr-h4">
            {ASKED_TITLES[asked.kind]}
          </h2>
          <MissingItems number={number} items={points} asked={asked} />
        </section>
      )}
      {form.steps.map((step) => {
        const own = missingOf(step, missing);
        if (own.length === 0) return null;
        return (
          <section key={step.key} aria-labelledby={`manque-${step.key}`}>
            <h2 id={`manque-${step.key}`} className="fr-h4">
              {step.title}
            </h2>
            <MissingItems number={number} items={own} />
          </section>
        );
      })}
      {whole.length > 0 && (
        <section aria-labelledby="manque-ensemble">
          <h2 id="manque-ensemble" className="fr-h4">
            L’ensemble du dossier
          </h2>
          <MissingItems number={number} items={whole} />
        </section>
      )}
      <p>
        {ready ? (
          <AppLink className="fr-btn" href={routes.summary(number)}>
            {review}
          </AppLink>
        ) : (
          <AppLink className="fr-btn fr-btn--secondary" href={routes.summary(number)}>
            Relire le dossier
          </AppLink>
        )}
      </p>
    </>
  );
}

/** Things missing, in words: what blocks first said as such, what only needs reading too. */
export function MissingItems(props: {
  number: string;
  items: readonly Missing[];
  /** What the dossier is asked besides its form, when some of the items are points without an answer. */
  asked?: Asked;
}) {
  const { number, items, asked } = props;
  return (
    <ul className="fr-mb-4w">
      {items.map(({ kind, step, path, message, effect, source }) => (
        <li key={`${path}-${message}`}>
          {effect === "acknowledge" && (
            <strong>
              À relire
              {"\u00A0"}:{" "}
            </strong>
          )}
          <Place number={number} item={{ kind, step, path }} asked={asked}>
            {message}
          </Place>
          {source && <span className="guichet-source"> ({source})</span>}
        </li>
      ))}
    </ul>
  );
}

interface PlaceProps {
  number: string;
  item: Pick<Missing, "kind" | "step" | "path">;
  asked: Asked | undefined;
  children: ReactNode;
}

/** The words, as a link to where it is put right; a plain text where nothing can be done. */
function Place({ number, item: { kind, step, path }, asked, children }: PlaceProps) {
  if (kind === "asked" && asked) {
    return (
      <AppLink href={`${askedPage(asked, number)}#${fieldId(path ?? "")}`}>{children}</AppLink>
    );
  }
  if (kind === "other-party") return <AppLink href={routes.dnum(number)}>{children}</AppLink>;
  if (step === null) return children;
  if (kind === "sites" && path) {
    const [, index = "0", column = ""] = path.split(".");
    const site = routes.site(number, Number(index) + 1);
    return <AppLink href={`${site}#${fieldId(column)}`}>{children}</AppLink>;
  }
  const anchor = path ? `#${fieldId(path)}` : "";
  return <AppLink href={`${routes.step(number, step)}${anchor}`}>{children}</AppLink>;
}
