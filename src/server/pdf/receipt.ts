import "server-only";
import { formatDay, formatInstant } from "@/domain/calendar";
import type { FilingAct } from "@/domain/dossier/editing";
import { FILING_WORDS } from "@/domain/dossier/filing-words";
import { inGroups } from "@/domain/evidence/document";
import { type Cents, formatEuros } from "@/domain/money";
import { PAGE_TEMPLATE } from "./page-template";
import type { NextDate, ServiceOnPaper } from "./paper";
import { typeset } from "./typeset";

/** What a receipt says: facts of the filing as committed, nothing recomputed. */
export interface ReceiptData {
  service: ServiceOnPaper;
  act: FilingAct;
  number: string;
  /** Title of the project. */
  title: string;
  theme: { code: string; title: string };
  callLabel: string;
  carrierName: string;
  /** Who filed: `Prénom Nom`. */
  filedBy: string;
  filedAt: Date;
  /** SHA-256 of the filed content, in hexadecimal. */
  fingerprint: string;
  /** Number of files filed. */
  files: number;
  /** TTC, as computed at filing. Null when the theme publishes no rule. */
  amounts: { total: Cents; base: Cents; grant: Cents; requested: Cents } | null;
  nextDates: readonly NextDate[];
}

const TEMPLATE = String.raw`
${PAGE_TEMPLATE}
#head()
= #data.heading

#data.done. Reçu le #data.filedAt.

== Le dossier
#facts([Élément], [Contenu], data.facts)

#if data.amounts.len() > 0 [
  == Les montants déposés
  #facts([Montant], [Euros, toutes taxes comprises], data.amounts)
]

== Ce qui se passe ensuite
#if data.nextDates.len() > 0 {
  list(..data.nextDates)
} else [
  Le porteur du thème examine la recevabilité du dossier. Chaque étape est annoncée par courriel et sur le portail.
]

== La preuve du dépôt
L’empreinte du contenu déposé est calculée par l’algorithme SHA-256. Le même contenu donne toujours la même empreinte\u{202f};
la moindre modification en donne une autre.

#fingerprint(data.fingerprint)

Cette empreinte se vérifie sur #data.service.verification

Une question\u{202f}? Écrivez à #data.service.contact en rappelant le numéro du dossier.
`;

/** The receipt of a filing as a tagged PDF. To be given only after the filing is committed. */
export function receiptPdf(data: ReceiptData): Uint8Array {
  const { amounts } = data;
  const words = FILING_WORDS[data.act];
  return typeset(
    TEMPLATE,
    {
      title: `${words.receipt}, dossier ${data.number}`,
      heading: words.receipt,
      done: words.done(data.number),
      foot: `Récépissé du dossier ${data.number}`,
      service: { ...data.service },
      number: data.number,
      filedAt: formatInstant(data.filedAt),
      fingerprint: inGroups(data.fingerprint),
      facts: [
        { label: "Numéro", value: data.number },
        { label: "Projet", value: data.title },
        { label: "Thème", value: `${data.theme.code}, ${data.theme.title}` },
        { label: "Ouverture", value: data.callLabel },
        { label: "Porteur", value: data.carrierName },
        { label: "Déposé par", value: data.filedBy },
        { label: "Reçu le", value: formatInstant(data.filedAt) },
        { label: "Fichiers joints", value: data.files === 0 ? "Aucun" : String(data.files) },
      ],
      amounts: amounts
        ? [
            { label: "Coût total", value: formatEuros(amounts.total) },
            { label: "Base de calcul", value: formatEuros(amounts.base) },
            { label: "Subvention calculée", value: formatEuros(amounts.grant) },
            { label: "Subvention demandée", value: formatEuros(amounts.requested) },
          ]
        : [],
      nextDates: data.nextDates.map(({ label, day }) =>
        day ? `${label}\u00A0: ${formatDay(day)}.` : `${label}.`,
      ),
    },
    data.filedAt,
  );
}
