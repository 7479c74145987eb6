import { CARRIERS, capSentences, rateSentence, sizeSentences } from "@/domain/funding/theme-words";
import { enumerate } from "@/domain/funding/wording";
import { formatMillions } from "@/domain/money";
import type { Theme } from "@/domain/themes/types";
import { SourceNote } from "@/features/catalogue/components/facts";
import { DefinitionList } from "@/ui/definition-list";

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** What decides whether to read on: rate, size, who, how much there is. */
export function KeyFacts({ theme }: { theme: Theme }) {
  const { funding, size, owner, envelope } = theme;
  const who = enumerate(theme.carriers.map((kind) => lowerFirst(CARRIERS[kind])));
  return (
    <div className="catalogue-key-facts">
      <DefinitionList
        items={[
          {
            term: "Subvention",
            details: (
              <>
                {[rateSentence(theme), ...capSentences(theme)].join(" ; ")}{" "}
                {funding?.sources.rate && <SourceNote source={funding.sources.rate} />}
              </>
            ),
          },
          {
            term: "Taille attendue du projet",
            details: (
              <>
                {sizeSentences(theme).join(" ; ")}
                {size && ", TTC "}
                {size && <SourceNote source={size.source} />}
              </>
            ),
          },
          {
            term: "Qui peut porter le projet",
            details: (
              <>
                {who.charAt(0).toUpperCase() + who.slice(1)}{" "}
                <SourceNote source={theme.carriersSource} />
              </>
            ),
          },
          {
            term: "Budget du thème, 2021-2022",
            details: (
              <>
                {formatMillions(envelope.amount)} <SourceNote source={envelope.source} />
              </>
            ),
          },
          {
            term: "Porteur du thème",
            details: (
              <>
                {[owner.administration, owner.unit].filter(Boolean).join(", ")}{" "}
                <SourceNote source={owner.source} />
              </>
            ),
          },
        ]}
      />
    </div>
  );
}
