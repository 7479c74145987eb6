import { type TypedSite, typedSiteSchema } from "@/domain/dossier/sites";
import { SAMPLE_INSTANT, type Sample, spend } from "@/domain/themes/sample";

const site = (
  name: string,
  address: string,
  [agents, before, after]: readonly [string, string, string],
  more: Partial<TypedSite> = {},
): TypedSite =>
  typedSiteSchema.parse({
    ...{ name, address, agents, before, after },
    technology: "fibre",
    territory: "rural",
    shared: "non",
    ...more,
  });

const sites: readonly TypedSite[] = [
  site("Sous-préfecture de Florac", "3 place de l’Esplanade, 48400 Florac-Trois-Rivières", [
    "18",
    "4",
    "200",
  ]),
  site(
    "Cité administrative de Mende",
    "8 avenue du 11-Novembre, 48000 Mende",
    ["140", "20", "1\u202F000"],
    { shared: "oui" },
  ),
  site("Unité territoriale de Langogne", "2 quai du Langouyrou, 48300 Langogne", ["9", "2", "2"], {
    technology: "compression",
  }),
  site("Maison de l’État de Meyrueis", "1 quai Sully, 48150 Meyrueis", ["6", "1,5", "80"], {
    technology: "mobile",
    shared: "oui",
  }),
  site("Préfecture de la Lozère", "2 rue de la Rovère, 48000 Mende", ["95", "30", "500"], {
    territory: "other",
  }),
];

/** Real towns, an imagined project: five sites of a rural department. */
export const snap1Sample: Sample = {
  carrier: { kind: "deconcentrated-service" },
  call: "guichet",
  filedAt: SAMPLE_INSTANT,
  verdict: "eligible",
  answers: {},
  lines: [
    spend("Raccordement de quatre sites en fibre optique ou en 4G", "telecom", "186\u202F000"),
    spend("Boîtier de compression du site de Langogne", "equipment", "14\u202F000", {
      year: "2022",
    }),
  ],
  typed: {
    title: "Très haut débit pour les services de l’État en Lozère",
    summary:
      "Cinq sites de l’État, dont quatre en zone rurale, passent au très haut débit ou voient leur liaison allégée. Les agents pourront tenir une visioconférence et ouvrir leurs applications sans attendre.",
    throughputReasons:
      "Florac et Meyrueis\u00A0: moins de 5\u00A0Mbit/s pour tout le site, aucune visioconférence possible.\nMende\u00A0: 140 agents de quatre services se partagent 20\u00A0Mbit/s.\nLangogne\u00A0: pas de fibre avant 2023, la compression allège la liaison d’ici là.",
    fieldUsers:
      "Au dernier baromètre numérique, les agents de ces sites notent leur connexion 3,8 sur 10. Nous visons 7 sur 10 fin 2022, mesurés par le même baromètre.",
    territorialBalance:
      "Quatre sites sur cinq sont dans des communes rurales de moins de 13\u202F000 habitants.",
    sharing:
      "La cité administrative de Mende réunit les finances publiques, la direction des territoires et l’inspection du travail. La maison de l’État de Meyrueis accueille trois services.",
    schedule:
      "Commande des raccordements en mars 2021, mise en service de juin à décembre 2021. Boîtier de compression commandé en janvier 2022.",
    frenchBenefits:
      "Les travaux de génie civil sont confiés à deux sociétés de Lozère et de l’Aveyron. Le boîtier est conçu et assemblé en France.",
    projectLead: "Hélène Roche, cheffe du service des systèmes d’information, préfecture",
    resources:
      "Un ingénieur réseau, à mi-temps pendant dix-huit mois.\nLe point de contact RIE du ministère, un jour par mois.\nUn correspondant par site.",
    riePartnerNetworkSince: "",
    requestedGrant: "",
    sizeJustification: "",
    sites,
  },
};
