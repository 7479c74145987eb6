/** Next writes the content twice, as HTML and for its router: half the size gives the size. */
const CONTENT = "x".repeat(Math.max(0, Number(process.env.PAGE_SIZE ?? 0) / 2 - 2500));

export default function Page() {
  return <p>{CONTENT}</p>;
}
