import type { ThemeCode } from "./types";

/** What the texts say of several carriers on one project. */
export interface Grouping {
  text: string;
  source: string;
  /** True where the texts say nothing: what is retained is then an interpretation. */
  isReading: boolean;
}

/** The fiches that name several carriers. */
const WRITTEN: Partial<Record<ThemeCode, Omit<Grouping, "isReading">>> = {
  ITN2: {
    text: "Plusieurs porteurs peuvent se grouper, surtout quand la politique publique est transverse.",
    source: "Livret l.104",
  },
  ITN3: {
    text: "Le projet associe des services déconcentrés, pour la moitié au moins du portage, et une administration centrale.",
    source: "Livret l.174",
  },
  SNAP1: {
    text: "Un opérateur présente le dossier avec la direction du numérique de son ministère de tutelle.",
    source: "Livret l.638",
  },
  SNAP3: {
    text: "Une ou plusieurs directions, directions du numérique ou opérateurs portent le projet.",
    source: "Livret l.748",
  },
  SNAP4: {
    text: "Une ou plusieurs directions, directions du numérique ou opérateurs portent le projet.",
    source: "Livret l.802",
  },
  SNAP5: {
    text: "Plusieurs porteurs peuvent se grouper, surtout pour un déploiement interministériel.",
    source: "Livret l.859",
  },
};

/**
 * Whether several organisations may work on one dossier of a theme, and where it is written. No fiche forbids it: where
 * a fiche names a single carrier, others may still be associated, and this is told as a reading of the texts.
 */
export function groupingOf(theme: ThemeCode, carriersSource: string): Grouping {
  const written = WRITTEN[theme];
  if (written) return { ...written, isReading: false };
  return {
    text: "La fiche parle d’un seul porteur et n’interdit pas d’en associer d’autres\u00A0: des personnes d’autres organisations peuvent lire et écrire, le porteur seul dépose et répond du dossier.",
    source: carriersSource,
    isReading: true,
  };
}
