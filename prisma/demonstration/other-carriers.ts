import type { Transaction } from "@/server/database/client";
import type { OrganisationIds } from "./people";

/** People who carry dossiers of the demonstration and whom nobody signs in as: key, first name, last name, organisation. */
const OTHERS = [
  ["gironde", "Solène", "Arrighi", "prefecture-gironde"],
  ["finistere", "Gwenaël", "Le Bihan", "prefecture-finistere"],
  ["drfip", "Laurent", "Vasseur", "drfip-hauts-de-france"],
  ["dreal", "Maëlle", "Kervella", "dreal-bretagne"],
  ["draaf", "Pauline", "Etcheverry", "draaf-nouvelle-aquitaine"],
  ["rectorat", "Antoine", "Guérin", "rectorat-nantes"],
  ["drac", "Élise", "Wagner", "drac-grand-est"],
  ["laboratoire", "Samir", "Belkacem", "laboratoire-donnees-sante"],
  ["meteo", "Florence", "Delorme", "meteo-france"],
  ["ofb", "Nicolas", "Prigent", "ofb"],
  ["pole-emploi", "Sandrine", "Mallet", "pole-emploi"],
  ["bnf", "Étienne", "Rousselot", "bnf"],
  ["dnum-education", "Isabelle", "Charpin", "dnum-education"],
  ["dnum-agriculture", "Mathieu", "Lacaze", "dnum-agriculture"],
  ["dnum-economie", "Valérie", "Tissot", "dnum-economie"],
  ["dgs", "Aurélie", "Combes", "dgs"],
  ["dgefp", "Fabrice", "Langlois", "dgefp"],
] as const;

/** Writes the carriers without persona and returns their ids by key. */
export async function seedOtherCarriers(
  tx: Transaction,
  ids: OrganisationIds,
): Promise<ReadonlyMap<string, string>> {
  const agents = new Map<string, string>();
  for (const [key, givenName, usualName, organisation] of OTHERS) {
    const { id } = await tx.agent.create({
      data: {
        givenName,
        usualName,
        email: `${key}@demonstration.example`,
        organisationId: ids.get(organisation) ?? null,
      },
    });
    agents.set(key, id);
  }
  return agents;
}
