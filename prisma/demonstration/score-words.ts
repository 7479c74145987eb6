import type { ScoreValue } from "@/domain/evaluation/scores";
import { french } from "./french";

/** What a juror writes on a criterion: when it is weak, fair, good. */
type Words = readonly [weak: string, fair: string, good: string];

const WORDS: Readonly<Record<string, Words>> = {
  "current-impact": [
    "Les mesures données sont anciennes et ne portent que sur un bureau.",
    "L’usage est réel, mais la satisfaction n’est connue que par quelques entretiens.",
    "Les chiffres sont datés, comparés à l’année d’avant, et les utilisateurs ont répondu en nombre.",
  ],
  support: [
    "Le soutien reste au niveau du chef de service.",
    "Le secrétaire général suit le projet, sans lettre de mission.",
    "Le préfet préside le comité de pilotage et l’administration centrale a signé.",
  ],
  team: [
    "L’équipe repose sur une seule personne, sans relais.",
    "Les compétences sont là, mais peu de temps leur est réservé.",
    "L’équipe est complète et ses temps sont garantis jusqu’à la fin.",
  ],
  spread: [
    "Un seul nouveau territoire s’est engagé par écrit.",
    "Les engagements sont nombreux, les utilisateurs confirmés le sont moins.",
    "Chaque territoire a signé et ses utilisateurs sont comptés.",
  ],
  "extension-model": [
    "Le coût d’un territoire de plus n’est pas chiffré.",
    "Le code sera libre, mais la reprise des données reste à la charge de chacun.",
    "Le code est libre et un territoire de plus coûte peu : le modèle tient.",
  ],
  "technical-practices": [
    "Pas d’audit d’accessibilité, pas d’API.",
    "L’accessibilité est prévue, les données restent fermées.",
    "API documentée, audit d’accessibilité daté, hébergement en nuage.",
  ],
  "project-impact": [
    "Les gains annoncés ne sont pas mesurables.",
    "Le gain pour les agents est clair, celui pour les usagers moins.",
    "Les heures gagnées et le délai visé sont chiffrés et vérifiables.",
  ],
  "new-identities": [
    "Peu d’identités nouvelles au regard du coût.",
    "Le nombre d’agents est réel, une partie pouvait déjà se connecter.",
    "Beaucoup d’agents entrent d’un coup dans AgentConnect.",
  ],
  availability: [
    "Le taux n’est pas mesuré aujourd’hui.",
    "Le taux est tenu en heures ouvrées seulement.",
    "Deux sites, un taux constaté et publié.",
  ],
  "data-quality": [
    "Les doublons ne sont pas traités.",
    "Mise à jour régulière, mais quelques champs manquent.",
    "Référentiel à jour chaque nuit, presque sans doublon.",
  ],
  security: [
    "Mot de passe seul, sans homologation.",
    "Second facteur à distance, homologation en cours.",
    "Homologation récente et second facteur pour tous.",
  ],
  desired: [
    "Le besoin vient d’un seul service.",
    "L’enquête est sérieuse, mais limitée à un ministère.",
    "Trois ministères le demandent et leurs agents l’ont essayé.",
  ],
  simple: [
    "L’outil demande une formation longue.",
    "Les essais avec des agents commencent à peine.",
    "Chaque version est essayée par des agents avant de sortir.",
  ],
  scalable: [
    "Rien n’est dit du coût au-delà de l’essai.",
    "Le coût par agent est donné, sa répartition non.",
    "Une seule instance, un coût par agent connu, un partage prévu.",
  ],
  evolving: [
    "Aucune ouverture vers d’autres outils.",
    "La feuille de route existe, sans date.",
    "Une version par mois et des échanges avec la messagerie.",
  ],
  resilient: [
    "La sauvegarde n’est pas décrite.",
    "Sauvegarde quotidienne, homologation à venir.",
    "Second site, droits par document, homologation avant l’ouverture.",
  ],
  reversible: [
    "L’export se fait document par document.",
    "L’export est complet, le coût de sortie n’est pas donné.",
    "Formats ouverts, API publique, coût de sortie chiffré.",
  ],
  sovereign: [
    "Une brique importante dépend d’un service non européen.",
    "Le code est libre, l’hébergement reste à confirmer.",
    "Code libre, hébergement de confiance, sociétés françaises.",
  ],
};

/** What each juror adds, in their own way. */
const MANNER: Readonly<Record<string, string>> = {
  "jure-economie": "À confirmer à l’audition.",
  "juree-justice": "Le dossier le montre clairement.",
  "jure-culture": "C’est ma lecture du plan et des étapes.",
  "juree-armees": "Je m’appuie sur les chiffres du dossier.",
  "jure-en-conflit": "Un point à suivre pendant le projet.",
};

/** The justification of a value on a criterion, in the words of a juror. */
export function justification(criterion: string, value: ScoreValue, juror: string): string {
  const words = WORDS[criterion];
  if (!words) throw new Error(`No words for the criterion ${criterion}`);
  const sentence = words[value <= 2 ? 0 : value === 3 ? 1 : 2];
  return french(`${sentence} ${MANNER[juror] ?? ""}`.trim());
}
