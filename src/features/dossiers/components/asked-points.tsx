import type { Asked, AskedItem } from "@/domain/dossier/asked";
import { MAX_REPLY, replyField } from "@/domain/dossier/complements";
import { stepOfTarget, targetLabel } from "@/domain/dossier/editing";
import { FILING_WORDS } from "@/domain/dossier/filing-words";
import type { ThemeForm } from "@/domain/themes/types";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { fieldId } from "@/ui/field";
import { copyKey } from "../copy-key";
import type { OpenDossier } from "../queries/open-dossier";
import type { Question } from "./answer-field";
import { RepliesForm } from "./replies-form";

/** The points a dossier that came back is asked, each with its answer: to write, or to read for who only reads. */
export function AskedPoints(props: { dossier: OpenDossier; asked: Asked; agentId: string }) {
  const { dossier, asked, agentId } = props;
  const { number, form, editing } = dossier.state;
  const { act } = editing;
  if (act === null || !dossier.may("write")) {
    return <ReadPoints items={asked.items} form={form} number={number} />;
  }
  return (
    <RepliesForm
      number={number}
      agentId={agentId}
      storeKey={copyKey(agentId, number, asked.kind)}
      review={FILING_WORDS[act].review}
      called={ASKED_CALLED[asked.kind]}
      points={asked.items.map((item) => ({
        position: item.position,
        answer: item.answer,
        revision: item.revision,
        question: replyQuestion(item, asked.kind),
        head: <PointHead item={item} form={form} number={number} writable />,
      }))}
    />
  );
}

/** How one thing asked is called, before its number. */
const ASKED_CALLED = { complement: "Point", presentation: "Attente" } as const;

function replyQuestion({ position }: AskedItem, kind: Asked["kind"]): Question {
  return {
    field: replyField(position),
    meta: {
      label:
        kind === "complement"
          ? `Votre réponse au point ${position}`
          : `Votre réponse à l’attente ${position}`,
      hint: "Dites ce que vous avez changé, et où\u00A0; ou répondez ici si rien n’est à changer dans le dossier",
      widget: "textarea",
      maxLength: MAX_REPLY,
    },
  };
}

interface PointProps {
  item: Pick<AskedItem, "question" | "target">;
  form: Pick<ThemeForm, "steps" | "fields">;
  number: string;
  /** The reader may change what the point is about. */
  writable: boolean;
}

/** What a point asks, and what it is about, with the way there. */
export function PointHead({ item, form, number, writable }: PointProps) {
  const { question, target } = item;
  const step = target === null ? null : stepOfTarget(form, target);
  const label = target === null ? null : targetLabel(form, target);
  const isQuestion = step !== null && target !== null && step.fields.includes(target);
  return (
    <>
      <p className="guichet-written">{question}</p>
      {step && label && (
        <p>
          {isQuestion ? "Réponse concernée" : "Étape concernée"}
          {"\u00A0"}: <strong>{label}</strong>{" "}
          <AppLink
            href={`${routes.step(number, step.key)}${isQuestion ? `#${fieldId(target)}` : ""}`}
          >
            {writable ? "Modifier" : "Lire"}
            <span className="fr-sr-only"> «{`\u00A0${label}\u00A0`}»</span>
          </AppLink>
        </p>
      )}
    </>
  );
}

/** Points and their answers, read only. */
export function ReadPoints(props: {
  items: readonly AskedItem[];
  form: Pick<ThemeForm, "steps" | "fields">;
  number: string;
}) {
  const { items, form, number } = props;
  return (
    <ol className="guichet-points">
      {items.map((item) => (
        <li key={item.position}>
          <PointHead item={item} form={form} number={number} writable={false} />
          <p className="guichet-written">
            <strong>Réponse{"\u00A0"}:</strong> {item.answer || "aucune pour le moment"}
          </p>
        </li>
      ))}
    </ol>
  );
}
