import { textDiff } from "@/ui/text-diff";

/** Two versions of a text: the words that changed, marked for the eye and said for the ear. */
export function TextComparison({ before, after }: { before: string; after: string }) {
  if (before === after) return <p>Les deux versions sont identiques.</p>;
  let place = 0;
  return (
    <p className="guichet-diff">
      {textDiff(before, after).map(({ kind, text }) => {
        place += 1;
        if (kind === "same") return <span key={place}>{text}</span>;
        const Mark = kind === "added" ? "ins" : "del";
        return (
          <Mark key={place}>
            <span className="guichet-diff__word">{kind === "added" ? "ajouté" : "supprimé"}</span>{" "}
            {text}
          </Mark>
        );
      })}
    </p>
  );
}
