import type { OrganisationKind } from "@/domain/rights/actor";

/** An organisation of the demonstration data, called by its key everywhere else. */
export interface DemonstrationOrganisation {
  key: string;
  kind: OrganisationKind;
  name: string;
  siret: string;
  /** The ministry it belongs to or that supervises it; null for a ministry and a local authority. */
  ministryKey: string | null;
  parentKey: string | null;
  /** Of a ministry only: its digital directorate, which may serve several ministries. */
  dnumKey?: string;
  /** INSEE code of the region it serves; null for the whole country. */
  region: string | null;
}

/**
 * The State of 2020-2021, in short: real ministries and services, so that the catalogue speaks to
 * people; SIRETs that no one bears (valid by their keys, in a series of their own). One line each:
 * kind, key, SIRET, ministry, parent (of a ministry: its DNUM), name; `-` for none.
 */
const TABLE = `
ministry premier-ministre 19900001900018 - dnum-premier-ministre Services du Premier ministre
ministry mtfp 19900002700011 - dnum-economie Ministère de la Transformation et de la Fonction publiques
ministry interieur 19900003500014 - dnum-interieur Ministère de l’Intérieur
ministry economie 19900004300018 - dnum-economie Ministère de l’Économie, des Finances et de la Relance
ministry ecologie 19900005000013 - dnum-ecologie Ministère de la Transition écologique
ministry agriculture 19900006800015 - dnum-agriculture Ministère de l’Agriculture et de l’Alimentation
ministry education 19900007600018 - dnum-education Ministère de l’Éducation nationale, de la Jeunesse et des Sports
ministry justice 19900008400012 - dnum-justice Ministère de la Justice
ministry culture 19900009200015 - dnum-culture Ministère de la Culture
ministry sante 19900010000016 - dnum-affaires-sociales Ministère des Solidarités et de la Santé
ministry travail 19900011800018 - dnum-affaires-sociales Ministère du Travail, de l’Emploi et de l’Insertion
ministry armees 19900012600011 - dnum-armees Ministère des Armées
dnum dnum-premier-ministre 19900013400015 premier-ministre premier-ministre Direction des services administratifs et financiers du Premier ministre, numérique
dnum dnum-interieur 19900014200018 interieur interieur Direction du numérique du ministère de l’Intérieur
dnum dnum-economie 19900015900012 economie economie Service du numérique des ministères économiques et financiers
dnum dnum-ecologie 19900016700015 ecologie ecologie Service du numérique du ministère de la Transition écologique
dnum dnum-agriculture 19900017500018 agriculture agriculture Service du numérique du ministère de l’Agriculture
dnum dnum-education 19900018300012 education education Direction du numérique pour l’éducation
dnum dnum-justice 19900019100015 justice justice Service du numérique du ministère de la Justice
dnum dnum-culture 19900020900015 culture culture Service du numérique du ministère de la Culture
dnum dnum-affaires-sociales 19900021700018 sante sante Direction du numérique des ministères sociaux
dnum dnum-armees 19900022500011 armees armees Direction générale du numérique des armées
central-administration dinum 19900023300015 mtfp mtfp Direction interministérielle du numérique (DINUM)
central-administration ditp 19900024100018 mtfp mtfp Direction interministérielle de la transformation publique (DITP)
business-directorate dgafp 19900025800012 mtfp mtfp Direction générale de l’administration et de la fonction publique
central-administration sgg 19900026600015 premier-ministre premier-ministre Secrétariat général du Gouvernement
business-directorate dgcl 19900027400019 interieur interieur Direction générale des collectivités locales
central-administration dmat 19900028200012 interieur interieur Direction du management de l’administration territoriale
business-directorate dgfip 19900029000015 economie economie Direction générale des finances publiques
business-directorate dge 19900030800015 economie economie Direction générale des entreprises
central-administration igf 19900031600018 economie economie Inspection générale des finances
business-directorate dgaln 19900032400012 ecologie ecologie Direction générale de l’aménagement, du logement et de la nature
business-directorate dgpr 19900033200015 ecologie ecologie Direction générale de la prévention des risques
business-directorate dgal 19900034000018 agriculture agriculture Direction générale de l’alimentation
business-directorate dgesco 19900035700012 education education Direction générale de l’enseignement scolaire
business-directorate dsj 19900036500015 justice justice Direction des services judiciaires
business-directorate dgpa 19900037300019 culture culture Direction générale des patrimoines et de l’architecture
business-directorate dgs 19900038100012 sante sante Direction générale de la santé
business-directorate dgefp 19900039900014 travail travail Délégation générale à l’emploi et à la formation professionnelle
central-administration sga 19900040700015 armees armees Secrétariat général pour l’administration
deconcentrated-service sgar-occitanie 19900041500018 interieur interieur Secrétariat général pour les affaires régionales d’Occitanie
deconcentrated-service prefecture-gironde 19900042300012 interieur interieur Préfecture de la Gironde
deconcentrated-service prefecture-finistere 19900043100015 interieur interieur Préfecture du Finistère
deconcentrated-service drfip-hauts-de-france 19900044900017 economie dgfip Direction régionale des finances publiques des Hauts-de-France
deconcentrated-service dreal-bretagne 19900045600012 ecologie ecologie Direction régionale de l’environnement, de l’aménagement et du logement de Bretagne
deconcentrated-service draaf-nouvelle-aquitaine 19900046400016 agriculture agriculture Direction régionale de l’alimentation, de l’agriculture et de la forêt de Nouvelle-Aquitaine
deconcentrated-service rectorat-nantes 19900047200019 education education Rectorat de l’académie de Nantes
deconcentrated-service drac-grand-est 19900048000012 culture culture Direction régionale des affaires culturelles du Grand Est
state-operator franceagrimer 19900049800014 agriculture agriculture FranceAgriMer
state-operator asp 19900050600014 agriculture agriculture Agence de services et de paiement
state-operator meteo-france 19900051400018 ecologie ecologie Météo-France
state-operator ofb 19900052200011 ecologie ecologie Office français de la biodiversité
state-operator pole-emploi 19900053000014 travail travail Pôle emploi
state-operator bnf 19900054800016 culture culture Bibliothèque nationale de France
public-laboratory laboratoire-donnees-sante 19900055500011 sante sante Laboratoire public de données en santé (fictif)
local-authority commune-valmont 19900056300015 - - Commune de Valmont-sur-Orbe (fictive)
`;

/** The regions served, by key; the others serve the whole country. */
const SERVED: Readonly<Record<string, string>> = {
  "sgar-occitanie": "76",
  "prefecture-gironde": "75",
  "prefecture-finistere": "53",
  "drfip-hauts-de-france": "32",
  "dreal-bretagne": "53",
  "draaf-nouvelle-aquitaine": "75",
  "rectorat-nantes": "52",
  "drac-grand-est": "44",
};

export const organisations: readonly DemonstrationOrganisation[] = TABLE.trim()
  .split("\n")
  .map(read);

function read(line: string): DemonstrationOrganisation {
  const [kind = "", key = "", siret = "", ministry = "", parent = "", ...name] = line.split(" ");
  const orNull = (each: string) => (each === "-" ? null : each);
  const isMinistry = kind === "ministry";
  return {
    key,
    kind: kind as OrganisationKind,
    name: name.join(" "),
    siret,
    ministryKey: orNull(ministry),
    parentKey: isMinistry ? null : orNull(parent),
    region: SERVED[key] ?? null,
    ...(isMinistry && { dnumKey: parent }),
  };
}

/** The organisation of a key. Throws when the demonstration data name one that does not exist. */
export function organisation(key: string): DemonstrationOrganisation {
  const found = organisations.find((candidate) => candidate.key === key);
  if (!found) throw new Error(`No demonstration organisation is called ${key}`);
  return found;
}
