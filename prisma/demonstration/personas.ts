import type { Role } from "@/domain/rights/actor";
import type { ThemeCode } from "@/domain/themes/types";
import { organisation } from "./organisations";

/** A role the demonstration portal grants, with its scope. */
export interface DemonstrationGrant {
  role: Role;
  /** Null covers every theme. */
  theme: ThemeCode | null;
  ministryKey: string | null;
}

/** What the identity provider says of a person: the claims of ProConnect, same names. */
export interface Claims {
  sub: string;
  given_name: string;
  usual_name: string;
  email: string;
  uid: string;
  siret: string;
  idp_id: string;
  roles: readonly string[];
  organization_label: string;
  phone_number?: string;
}

/** A fictitious person one can be on the demonstration portal. */
export interface Persona {
  key: string;
  /** Who it is and what it lets one see, in French: shown on the page of personas. */
  title: string;
  description: string;
  claims: Claims;
  acr: string;
  amr: readonly string[];
  /** Null when the portal does not know the organisation. */
  organisationKey: string | null;
  grants: readonly DemonstrationGrant[];
  /** Set when the provider itself turns the person away, before the portal. */
  refusedByProvider?: "private-sector";
}

const STATE = ["agent_public", "agent_public_etat"] as const;
const DINUM_THEMES: readonly ThemeCode[] = [
  ...(["ITN1", "ITN2", "ITN3", "ITN4", "ITN5", "ITN6", "ITN7"] as const),
  ...(["SNAP1", "SNAP2A", "SNAP2B", "SNAP3", "SNAP4", "SNAP5"] as const),
];
const DITP_THEMES: readonly ThemeCode[] = ["ITN8A", "ITN8B", "ITN8C", "ITN8D"];

const everywhere = (role: Role): DemonstrationGrant[] => [{ role, theme: null, ministryKey: null }];
const on = (role: Role, themes: readonly ThemeCode[]): DemonstrationGrant[] =>
  themes.map((theme) => ({ role, theme, ministryKey: null }));
const dnumOf = (...ministries: string[]): DemonstrationGrant[] =>
  ministries.map((ministryKey) => ({ role: "dnum", theme: null, ministryKey }));

interface Sketch {
  key: string;
  name: readonly [given: string, usual: string];
  /** Key of an organisation the portal knows. */
  from: string;
  title: string;
  description: string;
  grants?: readonly DemonstrationGrant[];
  acr?: string;
  amr?: readonly string[];
}

/** Number of the person, from which its identifiers are made: stable whatever the order of the list. */
function identifiers(rank: number): { sub: string; uid: string } {
  const digits = String(rank).padStart(12, "0");
  return { sub: `5d7f0000-0000-4000-8000-${digits}`, uid: `agent-${digits.slice(-4)}` };
}

const ascii = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z]+/g, "-");

function stateAgent(rank: number, sketch: Sketch): Persona {
  const [given, usual] = sketch.name;
  const home = organisation(sketch.from);
  const domain = home.kind === "state-operator" ? home.key : (home.ministryKey ?? home.key);
  return {
    key: sketch.key,
    title: sketch.title,
    description: sketch.description,
    claims: {
      ...identifiers(rank),
      given_name: given,
      usual_name: usual,
      email: `${ascii(given)}.${ascii(usual)}@${domain}.example`,
      siret: home.siret,
      idp_id: `fournisseur-${domain}`,
      roles: STATE,
      organization_label: home.name,
    },
    acr: sketch.acr ?? "eidas1-mfa",
    amr: sketch.amr ?? ["pwd", "otp", "mfa"],
    organisationKey: home.key,
    grants: sketch.grants ?? [],
  };
}

/** Everyone one can be, in the order of a dossier's life. Names are invented. */
export const personas: readonly Persona[] = [
  stateAgent(1, {
    key: "porteuse-centrale",
    name: ["Camille", "Verdier"],
    from: "dgaln",
    title: "Porteuse de projet, direction d’administration centrale",
    description:
      "Prépare et dépose les dossiers de sa direction, au ministère de la Transition écologique.",
  }),
  stateAgent(2, {
    key: "porteur-deconcentre",
    name: ["Bastien", "Larrieu"],
    from: "sgar-occitanie",
    title: "Porteur de projet, service déconcentré",
    description:
      "Dépose les dossiers de la préfecture de région ; peut s’associer à une administration centrale.",
  }),
  stateAgent(3, {
    key: "porteuse-operateur",
    name: ["Noémie", "Castel"],
    from: "franceagrimer",
    title: "Porteuse de projet, opérateur de l’État",
    description:
      "Dépose les dossiers d’un établissement public sous tutelle du ministère de l’Agriculture.",
  }),
  stateAgent(4, {
    key: "dnum-ecologie",
    name: ["Hugo", "Mercadier"],
    from: "dnum-ecologie",
    title: "Agent de la DNUM du ministère de la Transition écologique",
    description: "Suit tous les dossiers de son ministère et de ses opérateurs, et aucun autre.",
    grants: dnumOf("ecologie"),
  }),
  stateAgent(5, {
    key: "dnum-interieur",
    name: ["Sarah", "Benhamou"],
    from: "dnum-interieur",
    title: "Agente de la DNUM du ministère de l’Intérieur",
    description: "Suit tous les dossiers de son ministère, préfectures comprises, et aucun autre.",
    grants: dnumOf("interieur"),
  }),
  stateAgent(6, {
    key: "dnum-affaires-sociales",
    name: ["Olivier", "Quéméner"],
    from: "dnum-affaires-sociales",
    title: "Agent de la DNUM commune aux ministères sociaux",
    description: "Suit les dossiers de deux ministères : Solidarités et Santé, Travail et Emploi.",
    grants: dnumOf("sante", "travail"),
  }),
  stateAgent(7, {
    key: "porteuse-de-theme-dinum",
    name: ["Hélène", "Sabatier"],
    from: "dinum",
    title: "Porteuse des thèmes de la DINUM (ITN1 à ITN7, SNAP)",
    description: "Instruit, propose et confirme les décisions des thèmes confiés à la DINUM.",
    grants: on("theme-owner", DINUM_THEMES),
  }),
  stateAgent(8, {
    key: "porteur-de-theme-ditp",
    name: ["Marc", "Devillers"],
    from: "ditp",
    title: "Porteur des thèmes de la DITP (ITN8A à ITN8D)",
    description: "Instruit, propose et confirme les décisions des thèmes confiés à la DITP.",
    grants: on("theme-owner", DITP_THEMES),
  }),
  stateAgent(9, {
    key: "instructrice",
    name: ["Inès", "Rouquette"],
    from: "dinum",
    title: "Instructrice à la DINUM",
    description:
      "Vérifie la recevabilité des dossiers, désigne les jurés, propose les décisions ; donne l’avis de la DINUM sur les thèmes ITN8.",
    grants: on("instructor", [...DINUM_THEMES, ...DITP_THEMES]),
  }),
  stateAgent(10, {
    key: "jure-economie",
    name: ["Thomas", "Aubertin"],
    from: "dge",
    title: "Membre du jury, ministère de l’Économie",
    description:
      "Note les dossiers qui lui sont confiés ; ne voit pas les fiches des autres jurés.",
    grants: everywhere("juror"),
  }),
  stateAgent(11, {
    key: "juree-justice",
    name: ["Aïcha", "Morel"],
    from: "dsj",
    title: "Membre du jury, ministère de la Justice",
    description:
      "Note les dossiers qui lui sont confiés ; ne voit pas les fiches des autres jurés.",
    grants: everywhere("juror"),
  }),
  stateAgent(12, {
    key: "jure-culture",
    name: ["Julien", "Pasquet"],
    from: "dgpa",
    title: "Membre du jury, ministère de la Culture",
    description:
      "Note les dossiers qui lui sont confiés ; ne voit pas les fiches des autres jurés.",
    grants: everywhere("juror"),
  }),
  stateAgent(13, {
    key: "juree-armees",
    name: ["Claire", "Tanguy"],
    from: "sga",
    title: "Membre du jury, ministère des Armées",
    description:
      "Note les dossiers qui lui sont confiés ; ne voit pas les fiches des autres jurés.",
    grants: everywhere("juror"),
  }),
  stateAgent(14, {
    key: "jure-en-conflit",
    name: ["Rémi", "Fontanel"],
    from: "dgpr",
    title: "Membre du jury en conflit d’intérêts, ministère de la Transition écologique",
    description:
      "Déporté d’office des dossiers de son propre ministère : il n’en voit rien, pas même l’existence.",
    grants: everywhere("juror"),
  }),
  stateAgent(15, {
    key: "presidente",
    name: ["Geneviève", "Lacombe"],
    from: "sgg",
    title: "Présidente du jury",
    description: "Préside les séances, clôt la notation, confirme les décisions proposées.",
    grants: everywhere("chair"),
  }),
  stateAgent(16, {
    key: "secretaire",
    name: ["Damien", "Kieffer"],
    from: "dinum",
    title: "Secrétaire du jury",
    description: "Prépare les séances, désigne les jurés, constate les déports.",
    grants: everywhere("secretary"),
  }),
  stateAgent(17, {
    key: "auditrice",
    name: ["Béatrice", "Ollivier"],
    from: "igf",
    title: "Auditrice",
    description: "Lit tout, dont le journal de chaque dossier, et ne modifie rien.",
    grants: everywhere("auditor"),
  }),
  stateAgent(18, {
    key: "administrateur",
    name: ["Karim", "Delmas"],
    from: "dinum",
    title: "Administrateur du guichet",
    description: "Accorde les rôles et rattache les organisations inconnues ; ne décide de rien.",
    grants: everywhere("administrator"),
  }),
  stateAgent(31, {
    key: "gestionnaire-bop-dinum",
    name: ["Valérie", "Chassagne"],
    from: "dinum",
    title: "Gestionnaire du BOP de la DINUM",
    description:
      "Délègue les crédits aux unités des ministères ; une autre personne confirme chaque mouvement.",
    grants: everywhere("bop-manager"),
  }),
  stateAgent(32, {
    key: "second-gestionnaire-bop-dinum",
    name: ["Étienne", "Jaouen"],
    from: "dinum",
    title: "Second gestionnaire du BOP de la DINUM",
    description:
      "Confirme ou refuse les mouvements que propose sa collègue ; importe les extraits comptables.",
    grants: everywhere("bop-manager"),
  }),
  stateAgent(33, {
    key: "gestionnaire-bop-ditp",
    name: ["Lucile", "Armand"],
    from: "ditp",
    title: "Gestionnaire du BOP de la DITP",
    description: "Suit les crédits des thèmes ITN8, et aucun autre.",
    grants: everywhere("bop-manager"),
  }),
  stateAgent(34, {
    key: "seconde-dnum-interieur",
    name: ["Élodie", "Marchal"],
    from: "dnum-interieur",
    title: "Seconde agente de la DNUM du ministère de l’Intérieur",
    description: "Confirme les mouvements de crédits que propose sa collègue Sarah Benhamou.",
    grants: dnumOf("interieur"),
  }),
  stateAgent(35, {
    key: "membre-cosinum",
    name: ["Anne-Sophie", "Carpentier"],
    from: "sgg",
    title: "Membre du COSINUM",
    description:
      "Lit les chiffres du fonds entier, de l’enveloppe au paiement, et les projets derrière chacun ; ne décide de rien ici.",
    grants: everywhere("cosinum"),
  }),
  {
    key: "organisation-inconnue",
    title: "Agente d’une organisation que le guichet ne connaît pas",
    description: "Arrive sur une page qui explique l’attente ; l’administrateur peut la rattacher.",
    claims: {
      ...identifiers(19),
      given_name: "Mathilde",
      usual_name: "Sorel",
      email: "mathilde.sorel@agence-nouvelle.example",
      siret: "19900901000018",
      idp_id: "fournisseur-agence-nouvelle",
      roles: STATE,
      organization_label: "Agence nationale des usages publics (fictive)",
    },
    acr: "eidas1-mfa",
    amr: ["pwd", "otp", "mfa"],
    organisationKey: null,
    grants: [],
  },
  {
    key: "agent-territorial",
    title: "Agent d’une collectivité territoriale",
    description: "Population refusée par le guichet : une page explique pourquoi et à qui écrire.",
    claims: {
      ...identifiers(20),
      given_name: "Yann",
      usual_name: "Le Goff",
      email: "yann.le-goff@region-fictive.example",
      siret: "19900902800010",
      idp_id: "fournisseur-region-fictive",
      roles: ["agent_public", "agent_public_territorial"],
      organization_label: "Région fictive",
    },
    acr: "eidas1-mfa",
    amr: ["pwd", "otp", "mfa"],
    organisationKey: null,
    grants: [],
  },
  {
    key: "secteur-prive",
    title: "Salariée d’une entreprise privée",
    description: "Refusée par AgentConnect lui-même (Y500015), avant d’atteindre le guichet.",
    claims: {
      ...identifiers(21),
      given_name: "Laura",
      usual_name: "Peyre",
      email: "laura.peyre@entreprise.example",
      siret: "19900903600013",
      idp_id: "fournisseur-entreprise",
      roles: [],
      organization_label: "Entreprise fictive SAS",
    },
    acr: "eidas1-mfa",
    amr: ["pwd", "otp", "mfa"],
    organisationKey: null,
    grants: [],
    refusedByProvider: "private-sector",
  },
  stateAgent(22, {
    key: "connexion-faible",
    name: ["Paul", "Gimenez"],
    from: "dinum",
    title: "Instructeur dont la connexion est trop faible",
    description:
      "Se connecte avec un simple mot de passe (eidas1) : ses droits d’instruction ne s’ouvrent pas.",
    grants: on("instructor", DINUM_THEMES),
    acr: "eidas1",
    amr: ["pwd"],
  }),
  stateAgent(24, {
    key: "experte",
    name: ["Mireille", "Lestrade"],
    from: "laboratoire-donnees-sante",
    title: "Experte sollicitée pour un avis",
    description:
      "Lit un dossier déposé et répond à la question posée ; ne voit ni le jury, ni les notes, ni les autres avis.",
  }),
];
