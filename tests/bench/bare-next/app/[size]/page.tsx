/** The sizes to serve, in bytes, one page each. */
const SIZES = (process.env.PAGE_SIZES ?? "").split(",");
/** French as the portal's pages write it: its letters take the room, and the time to encode, that theirs take. */
const SENTENCE =
  "L’État finance à 75\u00A0% les projets numériques de ses services, dans la limite de 2\u202F000\u202F000\u00A0€. ";
/** What Next writes around the content. */
const FRAME = 5000;

interface Props {
  params: Promise<{ size: string }>;
}

export const dynamicParams = false;

export function generateStaticParams() {
  return SIZES.map((size) => ({ size }));
}

/** Next writes the content twice, as HTML and for its router: half the size gives the size. */
export default async function Page({ params }: Props) {
  const { size } = await params;
  const bytes = Math.max(0, (Number(size) - FRAME) / 2);
  return <p>{SENTENCE.repeat(Math.round(bytes / Buffer.byteLength(SENTENCE)))}</p>;
}
