"use client";

import { DECISION_MOTIVES } from "@/domain/evaluation/motives";
import type { Waterline } from "@/domain/evaluation/waterline";
import { formatEuros } from "@/domain/money";
import { ActionForm } from "@/ui/action-form";
import { CheckboxGroupField } from "@/ui/checkbox-field";
import { SelectField } from "@/ui/select-field";
import { SubmitButton } from "@/ui/submit-button";
import { TextareaField } from "@/ui/textarea-field";
import { holdChecked, proposeChecked } from "../actions";
import type { RankingPage } from "../queries/ranking";
import type { ShownRow } from "../ranking-lines";

type Line = Waterline<ShownRow>["positions"][number];

/** Turns the ranking into acts: proposals of decision, and the reserve. Nothing is ticked beforehand. */
export function ApplyForms({ page, line }: { page: RankingPage; line: Waterline<ShownRow> }) {
  const free = line.positions.filter(({ row }) => row.facts.proposal === null);
  const funded = free.filter(({ situation }) => situation === "funded");
  const toHold = free.filter(
    ({ situation, row }) => situation === "reserve" && row.facts.status !== "reserve",
  );
  if (!page.may.rank || (!page.may.propose && !page.may.hold)) return null;
  return (
    <section aria-labelledby="appliquer" className="fr-mt-4w">
      <h3 id="appliquer">Appliquer le classement</h3>
      <p>
        Une décision proposée attend la confirmation d’une autre personne{"\u00A0"}: l’enveloppe est
        vérifiée à nouveau à ce moment. Le porteur n’en sait rien avant la notification.
      </p>
      {page.may.propose && <ProposeForm page={page} lines={funded} />}
      {page.may.hold && <HoldForm page={page} lines={toHold} />}
    </section>
  );
}

const named = ({ row }: Line) => `${row.dossier} – ${row.facts.title}`;

function ProposeForm({ page, lines }: { page: RankingPage; lines: readonly Line[] }) {
  return (
    <ActionForm
      action={proposeChecked}
      id="proposer"
      hidden={page.key}
      before="proposer les décisions"
      requiredSentence={lines.length > 0}
    >
      {(field) =>
        // The form stays when its last dossier leaves it: it then says what was done.
        lines.length === 0 ? (
          <p>Aucun dossier financé n’attend de proposition.</p>
        ) : (
          <>
            <CheckboxGroupField
              {...field.many("funded")}
              label="Dossiers financés, à proposer pour leur montant"
              options={lines.map((line) => ({
                value: line.row.dossier,
                label: named(line),
                hint: `Rang ${line.row.rank}, ${formatEuros(line.paid)}`,
              }))}
            />
            <SelectField
              {...field("motiveCode")}
              label="Raison principale"
              hint="Sert aux statistiques. Le porteur ne la lit pas."
              options={DECISION_MOTIVES.filter(({ outcomes }) =>
                outcomes.some((outcome) => outcome === "accepted"),
              )}
            />
            <TextareaField
              {...field("motive")}
              label="Raisons de la décision"
              hint="Chaque porteur les lira telles quelles dans sa lettre."
              rows={5}
              maxLength={6000}
            />
            <SubmitButton waiting="Enregistrement en cours" priority="secondary">
              Proposer les décisions cochées
            </SubmitButton>
          </>
        )
      }
    </ActionForm>
  );
}

function HoldForm({ page, lines }: { page: RankingPage; lines: readonly Line[] }) {
  return (
    <ActionForm
      action={holdChecked}
      id="reserver"
      hidden={page.key}
      before="mettre en réserve"
      requiredSentence={false}
    >
      {(field) =>
        lines.length === 0 ? (
          <p className="fr-mt-2w">Aucun dossier n’est à mettre en réserve.</p>
        ) : (
          <>
            <CheckboxGroupField
              {...field.many("reserve")}
              label="Dossiers à mettre en réserve, dans l’ordre du classement"
              hint="Ils attendent des crédits libérés. Le portail vous dit quand le premier tient dans l’enveloppe."
              options={lines.map((line) => ({
                value: line.row.dossier,
                label: named(line),
                hint: `Rang ${line.row.rank}`,
              }))}
            />
            <SubmitButton waiting="Enregistrement en cours" priority="secondary">
              Mettre en réserve les dossiers cochés
            </SubmitButton>
          </>
        )
      }
    </ActionForm>
  );
}
