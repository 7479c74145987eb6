import type { Fact } from "./types";

/** Told by the themes that show the ministry's order to those who examine and to the jury. */
export function ministryPriorityFact(source: string): Fact {
  return {
    text: "Le rang que votre ministère donne à votre dossier parmi les siens est montré à l’instruction et au jury, comme une information.",
    source,
    reading:
      "La fiche associe la direction du numérique du ministère et ne dit rien de l’ordre qu’elle donne à ses dossiers. Ce rang est montré, et ne change ni les notes ni la règle de sélection.",
  };
}
