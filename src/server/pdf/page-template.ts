import "server-only";

/**
 * What both documents share: A4, French, title, sober head and foot, and the functions that lay out facts. Typst reads
 * `data` from its inputs; nothing is ever written into this source.
 */
export const PAGE_TEMPLATE = String.raw`
#let data = json(bytes(sys.inputs.data))

#set document(title: data.title, author: data.service.name)
#set text(lang: "fr", region: "FR", size: 10.5pt, hyphenate: false)
#set par(justify: false, leading: 0.7em, spacing: 1.1em)
#set page(
  paper: "a4",
  margin: (x: 25mm, top: 25mm, bottom: 25mm),
  footer: context [
    #set text(size: 8.5pt, fill: luma(70))
    #line(length: 100%, stroke: 0.5pt + luma(150))
    #grid(
      columns: (1fr, auto),
      [#data.foot],
      [Page #counter(page).display() sur #counter(page).final().first()],
    )
  ],
)
#show heading.where(level: 1): it => block(above: 1.6em, below: 1.2em, text(size: 17pt, it.body))
#show heading.where(level: 2): it => block(above: 1.8em, below: 0.9em, text(size: 12.5pt, it.body))

#let head() = [
  #text(weight: "bold")[#data.service.name] \
  #text(fill: luma(70))[#data.service.tagline]
  #v(6mm)
]

// Two columns with header cells, never cut between two pages.
#let facts(first, second, rows) = block(breakable: false, table(
  columns: (38%, 62%),
  stroke: (x: none, y: 0.5pt + luma(170)),
  inset: (x: 4pt, y: 6pt),
  table.header(strong(first), strong(second)),
  ..rows.map(row => (row.label, row.value)).flatten(),
))

// A text keeps the paragraphs it was typed with.
#let paragraphs(value) = for part in value.split("\n\n") {
  par(part.split("\n").join(linebreak()))
}

#let fingerprint(value) = text(font: "DejaVu Sans Mono", size: 8.5pt, hyphenate: false)[#value]
`;
