import { amount, line, month, paragraph, whole } from "@/domain/themes/field-kinds";

/** Questions every form asks, once each. A theme picks those its fiche asks the candidate. */

export const title = line({
  label: "Quel est le nom du projet\u202F?",
  hint: "Un nom court que tout agent comprend. Exemple\u00A0: Rendez-vous en ligne des sous-préfectures",
  missing: "Donnez un nom au projet. Exemple\u00A0: Carte des services de proximité.",
});

export const summary = paragraph({
  label: "Que fait le projet, en quelques phrases\u202F?",
  hint: "Pour qui, pour quoi, et ce qui change\u00A0: cette présentation ouvre le dossier. Exemple\u00A0: les maires des petites communes prennent rendez-vous en ligne, sans attendre au téléphone",
  maxLength: 1200,
  missing:
    "Présentez le projet en quelques phrases\u00A0: à qui il s’adresse et ce qu’il change pour ces personnes.",
});

export const objectives = paragraph({
  label: "Quels objectifs poursuivez-vous\u202F?",
  hint: "Des objectifs que l’on pourra vérifier. Exemple\u00A0: diviser par deux le délai de réponse d’ici fin 2022",
  maxLength: 2000,
  missing:
    "Indiquez au moins un objectif vérifiable. Exemple\u00A0: 80\u00A0% des demandes traitées en ligne en décembre 2021.",
});

export const expectedResults = paragraph({
  label: "Quels résultats attendez-vous, et comment les mesurerez-vous\u202F?",
  hint: "Pour chaque résultat\u00A0: un indicateur, sa valeur d’aujourd’hui, sa valeur visée. Exemple\u00A0: délai moyen, de 21 à 10 jours",
  missing:
    "Indiquez les résultats attendus et leur mesure. Exemple\u00A0: appels au standard, de 900 à 500 par mois.",
});

export const startMonth = month({
  label: "Quel mois le projet commence-t-il\u202F?",
  hint: "Mois et année. Exemple\u00A0: 03/2021",
  missing: "Indiquez le mois où le projet commence. Exemple\u00A0: 09/2021.",
  wrong:
    "Le mois de début doit s’écrire avec deux chiffres puis l’année, de 2020 à 2035. Exemple\u00A0: 09/2021.",
});

export const durationMonths = whole(
  {
    label: "Combien de mois le projet dure-t-il\u202F?",
    hint: "Un nombre entier de mois, jusqu’au dernier jalon. Exemple\u00A0: 18",
    missing: "Indiquez la durée du projet en mois. Exemple\u00A0: 12.",
    wrong: "La durée du projet doit être un nombre entier de mois, de 1 à 60. Exemple\u00A0: 12.",
  },
  { min: 1, max: 60 },
);

export const milestones = paragraph({
  label: "Quelles sont les grandes étapes du projet\u202F?",
  hint: "Une étape par ligne, avec sa date et ce qui sera livré. Exemple\u00A0: juin 2021, ouverture dans deux préfectures",
  missing:
    "Listez les étapes du projet avec leurs dates. Exemple\u00A0: octobre 2021, fin des tests avec les agents.",
});

export const projectLead = line({
  label: "Qui dirige le projet\u202F?",
  hint: "Prénom, nom, fonction et service. Exemple\u00A0: Camille Martin, cheffe de projet, SGAR Bretagne",
  maxLength: 200,
  missing:
    "Indiquez la personne qui dirige le projet et sa fonction. Exemple\u00A0: Paul Roux, directeur de projet, DDT du Cher.",
});

export const team = paragraph({
  label: "Qui compose l’équipe, et avec quel temps consacré au projet\u202F?",
  hint: "Une personne ou une fonction par ligne\u00A0: compétence, expérience, part du temps. Exemple\u00A0: développeuse, 6 ans d’expérience, 80\u00A0%",
  missing:
    "Décrivez l’équipe\u00A0: qui, avec quelle compétence et quel temps. Exemple\u00A0: responsable des usages, mi-temps.",
});

export const authoritySupport = paragraph({
  label: "Quelle autorité soutient le projet, et comment\u202F?",
  hint: "Le niveau de responsabilité et les actes concrets. Exemple\u00A0: la préfète préside le comité de pilotage chaque trimestre",
  maxLength: 2000,
  missing:
    "Nommez l’autorité qui soutient le projet et ce qu’elle fait pour lui. Exemple\u00A0: le directeur a signé la lettre de mission.",
});

export const risks = paragraph({
  label: "Quels risques voyez-vous, et que ferez-vous\u202F?",
  hint: "Un risque par ligne, suivi de votre réponse. Exemple\u00A0: départ d’un développeur, binôme formé dès le début",
  maxLength: 2000,
  missing:
    "Citez au moins un risque et votre réponse. Exemple\u00A0: retard d’un marché, recours à un marché interministériel.",
});

/** Organisation: ITN2, ITN4 and SNAP5 ask it in the same words (Livret l.132, l.276, l.905). */
export const organisation = paragraph({
  label: "Comment le projet est-il organisé\u202F?",
  hint: "Qui décide, qui fait, à quel rythme vous vous réunissez. Exemple\u00A0: point d’équipe chaque semaine, comité de pilotage tous les deux mois",
  maxLength: 2000,
  source: "Livret l.132, l.276, l.905",
  missing:
    "Décrivez l’organisation du projet\u00A0: qui décide et qui fait. Exemple\u00A0: la sous-directrice arbitre, une équipe de trois agents réalise.",
});

/** Measure of the effects three to six months later (Livret l.284, l.914). */
export const evaluation = paragraph({
  label: "Comment mesurerez-vous les effets, trois à six mois après\u202F?",
  hint: "Ce que vous mesurez, auprès de qui, et quand. Exemple\u00A0: questionnaire aux stagiaires quatre mois après la formation",
  maxLength: 2000,
  source: "Livret l.284, l.914",
  missing:
    "Expliquez comment les effets seront mesurés trois à six mois après. Exemple\u00A0: entretien avec chaque encadrant au bout de cinq mois.",
});

/** « A requested grant below the computed one is always honoured » (reading of the texts, Money). */
export const requestedGrant = amount({
  label: "Quelle subvention demandez-vous\u202F?",
  hint: "En euros TTC. Laissez vide pour demander la subvention calculée\u202F; un montant plus bas est toujours respecté. Exemple\u00A0: 150\u202F000",
  optional: true,
  missing: "Indiquez la subvention demandée. Exemple\u00A0: 240\u202F000,00.",
  wrong: "La subvention demandée doit être un montant en euros. Exemple\u00A0: 240\u202F000,00.",
});

/** Compulsory at filing when the total is out of the expected size (`SIZE_OUT`): see `domain/dossier/completeness`. */
export const sizeJustification = paragraph({
  label: "Si le coût sort de la taille attendue, pourquoi\u202F?",
  hint: "À remplir seulement si le plan affiche cet avertissement. Le porteur du thème lira votre raison avant de décider. Exemple\u00A0: seconde phase d’un projet déjà lancé",
  optional: true,
  maxLength: 1500,
});
