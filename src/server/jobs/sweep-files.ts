import "server-only";
import { database } from "../database/client";
import { contentFolder } from "../files/keys";
import { fileStore } from "../files/store";
import { logger } from "../log";

const PAGE = 200;

/**
 * Lets go of bytes nobody will ask for: uploads abandoned for two days, files taken off a draft, refused or infected
 * ones. Never those a filing or the proposal of a milestone names: what was sent stays as it was sent. Returns how many files lost their bytes.
 */
export async function sweepFiles(): Promise<number> {
  await database().$executeRaw`
    UPDATE file SET removed_at = guichet_now()
    WHERE status = 'receiving' AND removed_at IS NULL AND created_at < guichet_now() - interval '2 days'`;
  let count = 0;
  for (;;) {
    const files = await database().$queryRaw<{ id: string; storageKey: string }[]>`
      SELECT id, storage_key AS "storageKey" FROM file
      WHERE erased_at IS NULL AND (removed_at IS NOT NULL OR status IN ('refused', 'infected'))
        AND coalesce(removed_at, scanned_at, created_at) < guichet_now() - interval '1 hour'
        AND NOT EXISTS (
          SELECT FROM filing WHERE filing.dossier_id = file.dossier_id
            AND filing.content->'files' @> jsonb_build_array(jsonb_build_object('id', file.id)))
        AND NOT EXISTS (
          SELECT FROM phase_crossing WHERE phase_crossing.dossier_id = file.dossier_id
            AND phase_crossing.files @> jsonb_build_array(jsonb_build_object('id', file.id)))
      ORDER BY id LIMIT ${PAGE}`;
    for (const file of files) {
      await fileStore().removeAll(contentFolder(file));
      await database().$executeRaw`
        UPDATE file SET erased_at = guichet_now(), pieces = '{}' WHERE id = ${file.id}::uuid`;
    }
    count += files.length;
    if (files.length < PAGE) break;
  }
  logger().info({ event: "files-swept", count });
  return count;
}
