"use client";

import {
  aboutName,
  EXPECTATIONS_BUTTON,
  EXPECTATIONS_COUNT,
  expectationName,
  expectationsShown,
  MAX_EXPECTATION,
  MOST_EXPECTATIONS,
} from "@/domain/dossier/expectations";
import type { FieldOf } from "@/ui/action-form";
import { FieldGroup } from "@/ui/form-frame";
import { SelectField } from "@/ui/select-field";
import { SubmitButton } from "@/ui/submit-button";
import { TextareaField } from "@/ui/textarea-field";

const POSITIONS = Array.from({ length: MOST_EXPECTATIONS }, (_, index) => index + 1);

interface ExpectationFieldsProps {
  field: FieldOf;
  /** What an expectation may be about. */
  targets: readonly { value: string; label: string }[];
}

/** What a new presentation must answer, numbered. The buttons post the form, which comes back changed: no script needed. */
export function ExpectationFields({ field, targets }: ExpectationFieldsProps) {
  const count = expectationsShown(field(EXPECTATIONS_COUNT, "1").defaultValue);
  return (
    <section aria-labelledby="attentes" className="guichet-expectations fr-mb-4w">
      <h3 id="attentes" className="fr-h6">
        Attentes de la nouvelle présentation
      </h3>
      <p>
        Le porteur les lit dans la lettre et répond à chacune. Au plus {MOST_EXPECTATIONS}, dans
        l’ordre où il les lira.
      </p>
      <input type="hidden" name={EXPECTATIONS_COUNT} value={count} />
      {POSITIONS.slice(0, count).map((position) => (
        <OneExpectation
          key={position}
          position={position}
          count={count}
          field={field}
          targets={targets}
        />
      ))}
      {count < MOST_EXPECTATIONS && (
        <SubmitButton
          priority="secondary"
          small
          waiting="Un instant"
          name={EXPECTATIONS_BUTTON}
          value="add"
        >
          Ajouter une attente
        </SubmitButton>
      )}
    </section>
  );
}

function OneExpectation(props: ExpectationFieldsProps & { position: number; count: number }) {
  const { field, targets, position, count } = props;
  return (
    <FieldGroup legend={`Attente ${position}`}>
      <TextareaField
        {...field(expectationName(position))}
        label="Ce que la nouvelle présentation doit montrer"
        rows={3}
        maxLength={MAX_EXPECTATION}
      />
      <SelectField
        {...field(aboutName(position))}
        label="Réponse ou étape concernée"
        options={targets}
        emptyLabel="Tout le dossier"
        optional
      />
      {count > 1 && (
        <ul className="fr-btns-group fr-btns-group--inline fr-btns-group--sm">
          {position > 1 && (
            <li>
              <Change verb="up" position={position}>
                Monter
              </Change>
            </li>
          )}
          {position < count && (
            <li>
              <Change verb="down" position={position}>
                Descendre
              </Change>
            </li>
          )}
          <li>
            <Change verb="remove" position={position}>
              Retirer
            </Change>
          </li>
        </ul>
      )}
    </FieldGroup>
  );
}

function Change(props: { verb: string; position: number; children: string }) {
  const { verb, position, children } = props;
  return (
    <SubmitButton
      priority="tertiary"
      small
      waiting="Un instant"
      name={EXPECTATIONS_BUTTON}
      value={`${verb}:${position}`}
      ariaLabel={`${children} l’attente ${position}`}
    >
      {children}
    </SubmitButton>
  );
}
