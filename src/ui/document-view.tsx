import { type DocumentBlock, inGroups } from "@/domain/evidence/document";
import { type Column, DataTable } from "@/ui/data-table";
import { DefinitionList } from "@/ui/definition-list";

/** A document as a page: the same parts as its PDF, in the same order. */
export function DocumentView({ blocks, id }: { blocks: readonly DocumentBlock[]; id: string }) {
  return (
    <article className="guichet-letter">
      {blocks.map((block, index) => (
        // The parts of a document never move.
        <Block key={`${id}-${index.toString()}`} id={`${id}-${index.toString()}`} block={block} />
      ))}
    </article>
  );
}

function Block({ block, id }: { block: DocumentBlock; id: string }) {
  switch (block.kind) {
    case "heading":
      return block.level === 2 ? (
        <h2 className="fr-h4">{block.text}</h2>
      ) : (
        <h3 className="fr-h6">{block.text}</h3>
      );
    case "text":
      return <p className="guichet-typed">{block.text}</p>;
    case "list":
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item} className="guichet-typed">
              {item}
            </li>
          ))}
        </ul>
      );
    case "facts":
      return (
        <DefinitionList
          items={block.rows.map(({ label, value }) => ({ term: label, details: value }))}
        />
      );
    case "table":
      return <Table block={block} id={id} />;
    case "fingerprint":
      return (
        <p>
          <code className="guichet-fingerprint">{inGroups(block.value)}</code>
        </p>
      );
  }
}

type Row = { key: string; cells: readonly string[] };

function Table({ block, id }: { block: Extract<DocumentBlock, { kind: "table" }>; id: string }) {
  const columns = block.columns.map(
    (header, index): Column<Row> => ({
      key: header,
      header,
      rowHeader: index === 0,
      cell: ({ cells }) => <span className="guichet-typed">{cells[index]}</span>,
    }),
  );
  return (
    <DataTable
      id={id}
      caption={block.caption}
      columns={columns}
      rows={block.rows.map((cells, index) => ({ key: String(index), cells }))}
      rowKey={({ key }) => key}
    />
  );
}
