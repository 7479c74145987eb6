import { spend } from "@/domain/themes/sample";
import { snap1Sample } from "@/domain/themes/snap1/sample";
import { admitted, type Content, filed, type Story } from "./acts";
import { french } from "./french";
import { redirectionAccepted, redirectionProposed } from "./redirection-acts";

/** A project of links between sites that turns out to be something else, with its own name and purpose. */
function project(own: Readonly<Record<string, string>>, lines: Content["lines"]): Content {
  const texts = Object.entries(own).map(([field, text]) => [field, french(text)]);
  return { typed: { ...snap1Sample.typed, ...Object.fromEntries(texts) }, lines };
}

/** Dossiers of SNAP1 that are for ITN2: one waits for the answer of that theme, one for its carrier. */
export const redirectionStories: readonly Story[] = [
  {
    key: "SNAP1 maisons-numeriques",
    theme: "SNAP1",
    carrier: "porteur-deconcentre",
    createdAt: "2021-01-19 22:10",
    content: project(
      {
        title: "Une même place en ligne pour les maisons de services",
        summary:
          "Les maisons de services, leurs opérateurs et les mairies se retrouvent sur une plateforme commune. Le débit de 22 sites augmente pour l’ouvrir.",
      },
      [
        spend("Raccordement des 22 sites", "telecom", "96 000"),
        spend("Plateforme commune", "development", "184 000"),
      ],
    ),
    acts: [
      filed("2021-01-19 22:14"),
      redirectionProposed("2021-01-20 08:28", "ITN2", {
        reason:
          "Les deux tiers de la dépense vont à une plateforme qui réunit tous les acteurs d’une politique publique. Le raccordement n’en est qu’un moyen.",
        carrierReason:
          "Votre projet va au-delà des liaisons entre sites : le guichet des écosystèmes finance la plateforme elle-même.",
      }),
    ],
  },
  {
    key: "SNAP1 rives",
    theme: "SNAP1",
    carrier: "porteuse-centrale",
    createdAt: "2021-01-19 22:18",
    content: project(
      {
        title: "Relier les gestionnaires des rives et des ouvrages",
        summary:
          "Les syndicats de rivière, les services de l’État et les riverains suivent ensemble l’état des ouvrages. Le projet devait d’abord raccorder les sites de mesure.",
      },
      [
        spend("Raccordement des sites de mesure", "telecom", "120 000"),
        spend("Service commun de suivi des ouvrages", "development", "240 000"),
      ],
    ),
    acts: [
      filed("2021-01-19 22:22"),
      admitted("2021-01-20 08:31"),
      redirectionProposed("2021-01-20 08:34", "ITN2", {
        reason:
          "Le service réunit les gestionnaires, l’État et les riverains : c’est l’objet de ce guichet.",
        carrierReason:
          "Votre service réunit tous les acteurs des rives : le guichet des écosystèmes le finance, raccordements compris.",
      }),
      redirectionAccepted("2021-01-20 08:57"),
    ],
  },
];
