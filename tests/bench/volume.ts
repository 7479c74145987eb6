import { createHash, randomBytes } from "node:crypto";
import { lineAmount } from "@/domain/dossier/funding-plan";
import { SAMPLES } from "@/domain/themes/samples";
import { contentFingerprint, readDraft } from "@/features/dossiers/draft";
import { database } from "@/server/database/client";

/** People of the demonstration under whom the measures are made. */
const CARRIER = "noemie.castel@";
const OWNER = "helene.sabatier@";

const SAMPLE = SAMPLES.ITN6;

/** Opens a session for a person of the demonstration. Returns the cookie a browser would send. */
export async function cookieOf(email: string): Promise<{ cookie: string; agentId: string }> {
  const agent = await database().agent.findFirstOrThrow({
    where: { email: { startsWith: email } },
  });
  const token = randomBytes(32).toString("hex");
  await database().session.create({
    data: {
      tokenHash: createHash("sha256").update(token).digest("hex"),
      agentId: agent.id,
      acr: "eidas2",
      expiresAt: new Date(Date.now() + 3_600_000),
    },
  });
  return { cookie: `guichet-session=${token}`, agentId: agent.id };
}

export const carrierCookie = () => cookieOf(CARRIER);
export const ownerCookie = () => cookieOf(OWNER);

export interface Draft {
  number: string;
  /** Fingerprint of what the summary shows. */
  content: string;
}

/** Complete ITN6 drafts of the carrier, ready to be filed. */
export async function completeDrafts(agentId: string, count: number): Promise<Draft[]> {
  const made = await database().$queryRaw<{ id: string; number: string }[]>`
    WITH holder AS (SELECT organisation.* FROM organisation JOIN agent ON organisation_id = organisation.id WHERE agent.id = ${agentId}::uuid),
    project AS (
      INSERT INTO project (id, title, organisation_id)
      SELECT gen_random_uuid(), 'Essai ' || n, holder.id FROM holder, generate_series(1, ${count}::int) AS n
      RETURNING id, title, organisation_id
    ), dossier AS (
      INSERT INTO dossier (id, project_id, call_id, theme_code, theme_version, form_version, title, carrier_id, ministry_id)
      SELECT gen_random_uuid(), project.id, "call".id, 'ITN6', "call".theme_version, 1, project.title, holder.id, holder.ministry_id
      FROM project, holder, "call" WHERE "call".theme_code = 'ITN6'
      RETURNING id, number
    ), member AS (
      INSERT INTO dossier_member (dossier_id, agent_id, access) SELECT id, ${agentId}::uuid, 'lead' FROM dossier
    )
    SELECT id, number FROM dossier`;
  const answers = JSON.stringify(SAMPLE.typed ?? {});
  await database().$executeRaw`
    INSERT INTO answer (dossier_id, field, value, agent_id)
    SELECT dossier.id, entry.key, entry.value, ${agentId}::uuid
    FROM unnest(${made.map(({ id }) => id)}::uuid[]) AS dossier(id), jsonb_each(${answers}::jsonb) AS entry`;
  await database().expenseLine.createMany({
    data: made.flatMap(({ id: dossierId }) =>
      SAMPLE.lines.map((line, position) => ({
        ...line,
        dossierId,
        position,
        amount: BigInt(lineAmount(line) ?? 0),
      })),
    ),
  });
  const first = made[0];
  if (!first) return [];
  // Every draft says the same: one fingerprint is that of all.
  const content = contentFingerprint(await readDraft(first.id));
  return made.map(({ number }) => ({ number, content }));
}
