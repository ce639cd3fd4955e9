import type { Row } from "@/lib/meetings/rules/row";
import type { Fields } from "./kept-entries";

/** A stored row as the cells show it. */
export const fieldsOf = (row: Row): Fields => ({
  agreed: row.agreed === null ? "" : String(row.agreed),
  disagreed: row.disagreed === null ? "" : String(row.disagreed),
  other: row.other === null ? "" : String(row.other),
  outcome: row.outcome ?? "",
  follow: row.follow,
  note: row.note ?? "",
  documentNumber: row.documentNumber ?? "",
});

const countOf = (text: string | undefined): number | null =>
  text && /^\d+$/.test(text) ? Number(text) : null;

/** The cells as the rules read them. */
export const rowOf = (fields: Fields): Row => ({
  agreed: countOf(fields.agreed),
  disagreed: countOf(fields.disagreed),
  other: countOf(fields.other),
  outcome: fields.outcome === "asksSuperior" || fields.outcome === "heldBack" ? fields.outcome : null,
  follow: fields.follow === "returned" ? "returned" : "nextMeeting",
  note: fields.note?.trim() || null,
  documentNumber: fields.documentNumber?.trim() || null,
});
