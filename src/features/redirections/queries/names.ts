import { fullName } from "@/domain/rights/actor";
import { database } from "@/server/database/client";

/** Names of agents by id, in one query. An agent erased since reads « Personne effacée ». */
export async function namesOf(ids: readonly string[]): Promise<(id: string) => string> {
  const agents = await database().agent.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, givenName: true, usualName: true },
  });
  const names = new Map(agents.map((agent) => [agent.id, fullName(agent)]));
  return (id) => names.get(id) ?? "Personne effacée";
}
