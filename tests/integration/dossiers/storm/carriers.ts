import { randomBytes, randomUUID } from "node:crypto";
import { lineAmount } from "@/domain/dossier/funding-plan";
import { THEMES } from "@/domain/themes/index";
import { SAMPLES } from "@/domain/themes/samples";
import { contentFingerprint, readDraft } from "@/features/dossiers/draft";
import { database } from "@/server/database/client";
import { sha256 } from "@/server/fingerprint";
import { aCall, anOrganisation, setClock } from "../../../fixtures/world";

const THEME = "ITN6";
const SAMPLE = SAMPLES[THEME];
const CLOSES_ON = "2021-01-31";
const CLOSING = Date.parse(`${CLOSES_ON}T23:59:59.999+01:00`);

/** Someone about to file: their own complete draft, their own session, and the key of their form. */
export interface StormCarrier {
  agentId: string;
  token: string;
  dossierId: string;
  number: string;
  content: string;
  key: string;
}

/** A call about to close, and carriers ready to file; the portal's clock is `seconds` before the closing. */
export async function gather(count: number, seconds: number): Promise<StormCarrier[]> {
  await setClock("2021-01-20T10:00:00+01:00");
  const call = await aCall(THEME, { closesOn: CLOSES_ON });
  const ministry = await anOrganisation();
  const { id: organisationId } = await anOrganisation({
    kind: SAMPLE.carrier.kind,
    ministryId: ministry.id,
  });
  const people = Array.from({ length: count }, (_, rank) => ({
    agentId: randomUUID(),
    token: randomBytes(32).toString("hex"),
    dossierId: randomUUID(),
    key: randomUUID(),
    projectId: randomUUID(),
    name: `Porteur${rank}`,
  }));
  await database().agent.createMany({
    data: people.map(({ agentId: id, name }) => ({
      id,
      givenName: name,
      usualName: "Orage",
      email: `${name.toLowerCase()}@exemple.gouv.fr`,
      organisationId,
    })),
  });
  await database().session.createMany({
    data: people.map(({ agentId, token }) => ({
      agentId,
      tokenHash: sha256(token),
      acr: "eidas2",
      expiresAt: new Date(Date.now() + 3_600_000),
    })),
  });
  await database().project.createMany({
    data: people.map(({ projectId: id, name }) => ({ id, title: name, organisationId })),
  });
  await database().dossier.createMany({
    data: people.map(({ dossierId: id, projectId, name }) => ({
      id,
      projectId,
      callId: call.id,
      themeCode: THEME,
      themeVersion: call.themeVersion,
      formVersion: 1,
      title: name,
      carrierId: organisationId,
      ministryId: ministry.id,
    })),
  });
  await fill(people);
  await setClock(new Date(CLOSING - seconds * 1000).toISOString());
  const numbers = await database().dossier.findMany({
    where: { callId: call.id },
    select: { id: true, number: true },
  });
  const numberOf = new Map(numbers.map(({ id, number }) => [id, number]));
  // Every draft says the same: the fingerprint of one is that of all.
  const content = contentFingerprint(await readDraft(people[0]?.dossierId ?? ""));
  return people.map(({ agentId, token, dossierId, key }) => {
    const number = numberOf.get(dossierId) ?? "";
    return { agentId, token, dossierId, key, number, content };
  });
}

/** Members, answers, plan and commitments of each draft: the sample of the theme. */
async function fill(people: readonly { agentId: string; dossierId: string }[]): Promise<void> {
  const each = <Row>(rows: (person: { agentId: string; dossierId: string }) => Row[]) =>
    people.flatMap(rows);
  await database().dossierMember.createMany({
    data: people.map(({ agentId, dossierId }) => ({ agentId, dossierId, access: "lead" })),
  });
  await database().answer.createMany({
    data: each(({ agentId, dossierId }) =>
      Object.entries(SAMPLE.typed ?? {}).map(([field, value]) => ({
        dossierId,
        agentId,
        field,
        value: value as string,
      })),
    ),
  });
  await database().expenseLine.createMany({
    data: each(({ dossierId }) =>
      SAMPLE.lines.map((line, position) => ({
        ...line,
        dossierId,
        position,
        amount: BigInt(lineAmount(line) ?? 0),
      })),
    ),
  });
  await database().commitmentAcceptance.createMany({
    data: each(({ agentId, dossierId }) =>
      THEMES[THEME].commitments.map(({ key }) => ({ dossierId, agentId, key })),
    ),
  });
}

/** Resolves once the call of these dossiers is closed, by the portal's clock. */
export async function closed({ dossierId }: StormCarrier): Promise<void> {
  for (;;) {
    const [row] = await database().$queryRaw<{ over: boolean }[]>`
      SELECT guichet_now() > closes_at AS over FROM "call" JOIN dossier ON call_id = "call".id
      WHERE dossier.id = ${dossierId}::uuid`;
    if (row?.over) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
