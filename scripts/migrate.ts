import { applyMigrations } from "./database/schema-engine";
import { reportFailure, Sentence } from "./runtime/sentence";

/** `npm run migrate`: applies prisma/migrations to DATABASE_URL, in production too. */
async function migrate(): Promise<void> {
  const url = process.env.DATABASE_URL;
  if (!url) {
    throw new Sentence(
      "Set DATABASE_URL, for example postgresql://user:password@host:5432/guichet.",
    );
  }
  const applied = await applyMigrations(url);
  console.log(applied.length ? `Applied: ${applied.join(", ")}.` : "Nothing to apply.");
}

migrate().catch(reportFailure);
