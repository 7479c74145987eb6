/** Text made safe inside an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
  };
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

/** A whole French page of a look-alike; `body` is markup already safe. */
export function frenchPage(title: string, body: string): string {
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<style>
  :root { color-scheme: light dark; --ink: #161616; --paper: #fff; --quiet: #555; --line: #ccc; --blue: #000091; }
  @media (prefers-color-scheme: dark) {
    :root { --ink: #eee; --paper: #161616; --quiet: #bbb; --line: #555; --blue: #a9a9ff; }
  }
  body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
  main { max-width: 48rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; overflow-wrap: anywhere; }
  h1 { font-size: 1.6rem; line-height: 1.25; }
  h2 { font-size: 1.15rem; margin: 0; }
  ul.list, ol.list { list-style: none; margin: 1.5rem 0 0; padding: 0; }
  ul.list > li, ol.list > li { border-top: 1px solid var(--line); padding: 1rem 0; }
  p { margin: .25rem 0 .5rem; }
  .quiet { color: var(--quiet); }
  a { color: var(--blue); }
  button { font: inherit; min-height: 2.5rem; padding: .5rem 1rem; border: 1px solid var(--blue);
    color: var(--blue); background: transparent; cursor: pointer; }
  button:hover, button:focus-visible { background: var(--blue); color: var(--paper); }
  :focus-visible { outline: 3px solid #0a76f6; outline-offset: 2px; }
  iframe { width: 100%; min-height: 30rem; border: 1px solid var(--line); background: #fff; }
  pre { white-space: pre-wrap; }
</style>
</head>
<body><main>${body}</main></body>
</html>`;
}
