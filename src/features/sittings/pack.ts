import { formatDate, formatInstant, formatTime } from "@/domain/calendar";
import { filedBlocks } from "@/domain/dossier/filed-blocks";
import { SCORE_VALUES, SCORE_WORDS } from "@/domain/evaluation/scores";
import { type DocumentBlock, facts, heading, paragraph } from "@/domain/evidence/document";
import type { Actor } from "@/domain/rights/actor";
import type { Criterion } from "@/domain/themes/types";
import { portalNow } from "@/server/clock";
import { database } from "@/server/database/client";
import { type FiledDossier, readFiledDossier } from "@/server/filed-dossier";
import { type ArchiveEntry, distinctNames } from "@/server/files/archive";
import { contentKey } from "@/server/files/keys";
import { inStore } from "@/server/files/reception";
import { fileStore } from "@/server/files/store";
import { readGrid } from "@/server/grid";
import { documentPdf } from "@/server/pdf/document";
import { onPaper } from "@/server/pdf/paper";
import { readSession, type SeenItem, type SessionPage } from "./queries/session";

/**
 * The pack of a session for one reader: the agenda, then for each dossier they take part in, what was filed, its
 * analysed files and a blank sheet. Of the others, the agenda says a word, and there is no folder. Throws `not-found`
 * out of sight.
 */
export async function packOf(actor: Actor, id: string): Promise<AsyncIterable<ArchiveEntry>> {
  const session = await readSession(actor, id);
  const now = await portalNow();
  return entriesOf(actor, session, now);
}

async function* entriesOf(
  actor: Actor,
  session: SessionPage,
  now: Date,
): AsyncGenerator<ArchiveEntry> {
  yield { name: "ordre-du-jour.pdf", content: () => agendaPdf(session, now) };
  for (const { position } of session.items) {
    // Asked again at each dossier: an archive takes time, and a recusal may come while it is written.
    const { items } = await readSession(actor, session.id);
    const item = items.find((each) => each.position === position);
    if (item?.kind === "seen") yield* dossierEntries(session, item, now);
  }
}

async function* dossierEntries(
  session: SessionPage,
  item: SeenItem,
  now: Date,
): AsyncGenerator<ArchiveEntry> {
  const { number, title, own, position } = item;
  const folder = `${position}-${number}`;
  const dossier = await database().dossier.findUniqueOrThrow({ where: { number } });
  const filed = await readFiledDossier(dossier.id);
  if (filed) {
    yield { name: `${folder}/dossier-depose.pdf`, content: () => filedPdf(number, title, filed) };
    yield* fileEntries(folder, filed);
  }
  if (own) {
    const criteria = await readGrid({ callId: dossier.callId, themeCode: session.themeCode });
    yield {
      name: `${folder}/fiche-vierge.pdf`,
      content: () => blankSheetPdf(number, title, criteria, now),
    };
  }
}

/** The files of the filing that the antivirus found clean. */
async function* fileEntries(folder: string, filed: FiledDossier): AsyncGenerator<ArchiveEntry> {
  const clean = filed.files.filter(({ status }) => status === "analysed");
  const rows = await database().file.findMany({ where: { id: { in: clean.map(({ id }) => id) } } });
  const names = distinctNames(clean.map(({ name }) => name));
  for (const [index, { id }] of clean.entries()) {
    const row = rows.find((each) => each.id === id);
    if (!row || row.erasedAt) continue;
    yield {
      name: `${folder}/pieces/${names[index] ?? id}`,
      content: () => inStore(() => fileStore().read(contentKey(row))),
    };
  }
}

function agendaPdf(session: SessionPage, now: Date): Uint8Array {
  const { label, startsAt, place, quorum, items, slotMinutes } = session;
  const blocks: DocumentBlock[] = [
    facts([
      {
        label: "Début",
        value: startsAt ? formatInstant(startsAt) : formatDate(session.heldOn),
      },
      { label: "Lieu", value: place || "À fixer" },
      { label: "Quorum", value: `${quorum} membre${quorum > 1 ? "s" : ""} avec une voix` },
      { label: "Durée d’un passage", value: `${slotMinutes} minutes` },
    ]),
    {
      kind: "table",
      caption: "Ordre de passage",
      columns: ["Rang", "Dossier", "Porteur", "Créneau"],
      rows: items.map((item) =>
        item.kind === "seen"
          ? [
              String(item.position),
              `${item.number}, ${item.title}`,
              item.carrier,
              item.slotAt ? formatTime(item.slotAt) : "À fixer",
            ]
          : [String(item.position), item.word, "Sans objet", "Sans objet"],
      ),
    },
  ];
  return documentPdf({
    service: onPaper(),
    title: `Ordre du jour, ${label}`,
    foot: `Ordre du jour, ${label}`,
    blocks,
    at: now,
  });
}

function filedPdf(number: string, title: string, filed: FiledDossier): Uint8Array {
  return documentPdf({
    service: onPaper(),
    title: `Dossier ${number}, ${title}`,
    foot: `Dossier ${number}, déposé le ${formatDate(filed.filedAt)}`,
    blocks: filedBlocks(filed),
    at: filed.filedAt,
  });
}

function blankSheetPdf(
  number: string,
  title: string,
  criteria: readonly Criterion[],
  now: Date,
): Uint8Array {
  const scale = SCORE_VALUES.map((value) => `${value}, ${SCORE_WORDS[value].toLowerCase()}`);
  return documentPdf({
    service: onPaper(),
    title: `Fiche de notation, dossier ${number}`,
    foot: `Fiche vierge, dossier ${number}`,
    blocks: [
      paragraph(
        `${title}\nPour préparer la notation\u00A0: seule la fiche remise sur le portail compte.\nÉchelle\u00A0: ${scale.join("\u202F; ")}.`,
      ),
      ...criteria.flatMap(({ name, definition, weight }) => [
        heading(2, name),
        paragraph(`${definition} Poids\u00A0: ${weight}.`),
        facts([
          { label: "Note, de 0 à 5", value: " " },
          { label: "Justification", value: " \n \n \n " },
        ]),
      ]),
    ],
    at: now,
  });
}
