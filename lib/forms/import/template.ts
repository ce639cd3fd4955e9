import { nearest } from "@/lib/imports/nearest";
import { checkArchive, textOfEntry } from "@/lib/platform/spreadsheet/archive";
import { UnreadableFile } from "@/lib/platform/spreadsheet/unreadable-file";
import { fieldsOfTemplate, fillTemplate } from "../export/fill";
import { FIELDS, LIST_FIELDS, sampleRecord } from "../rules/fields";

/** Why a template is not taken; told to whoever sent it. */
export type TemplateFault =
  | { is: "tooLarge" | "notWord" | "macros" | "embedded" | "externalLink" | "bomb" | "encrypted" | "damaged" }
  | { is: "braces" }
  | { is: "unknownField"; name: string; nearest: string | null }
  | { is: "unknownList"; name: string; nearest: string | null };

export const TEMPLATE_LIMITS = { bytes: 1024 * 1024, inflated: 20 * 1024 * 1024 };

const MAIN_PART = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

/** Instructions of Word fields that fetch or run something. */
const FETCHING = /\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|LINK|MACROBUTTON|IMPORT|DATABASE|RD)\b/i;

/**
 * Whether an office's file may stand in the place of a template: a Word file and nothing else (no macros, no
 * links, nothing embedded), every field in it known, and a trial run that leaves no brace behind.
 * @returns what is wrong, nothing when it may.
 */
export async function reviewTemplate(bytes: Uint8Array): Promise<TemplateFault[]> {
  const unsafe = await unsafePart(bytes);
  if (unsafe) return [unsafe];
  try {
    const unknown = unknownFields(await fieldsOfTemplate(bytes));
    if (unknown.length > 0) return unknown;
    return (await leavesBraces(await fillTemplate(bytes, sampleRecord()))) ? [{ is: "braces" }] : [];
  } catch {
    return [{ is: "braces" }];
  }
}

/** Does a filled trial still show a brace? No sample has one, so it is a field that was not closed. */
async function leavesBraces(tried: Uint8Array): Promise<boolean> {
  const parts = (await checkArchive(tried)).map(({ name }) => name);
  for (const name of parts.filter((part) => /^word\/(document|header|footer)\d*\.xml$/i.test(part))) {
    const words = ((await textOfEntry(tried, name)) ?? "").replace(/<[^>]*>/g, "");
    if (/[{}]/.test(words)) return true;
  }
  return false;
}

async function unsafePart(bytes: Uint8Array): Promise<TemplateFault | null> {
  if (bytes.length > TEMPLATE_LIMITS.bytes) return { is: "tooLarge" };
  let names: string[];
  try {
    const entries = await checkArchive(bytes);
    if (entries.reduce((sum, { inflated }) => sum + inflated, 0) > TEMPLATE_LIMITS.inflated)
      return { is: "bomb" };
    names = entries.map(({ name }) => name);
  } catch (error) {
    if (error instanceof UnreadableFile) return archiveFault(bytes, error.fault);
    throw error;
  }
  // Two parts of one name are read differently by different readers.
  if (new Set(names.map((name) => name.toLowerCase())).size < names.length) return { is: "damaged" };

  const contentTypes = await textOfEntry(bytes, "[Content_Types].xml");
  if (contentTypes === null) return { is: "notWord" };
  if (/macroEnabled|vbaProject|ms-word\.(attachedToolbars|vba)/i.test(contentTypes)) return { is: "macros" };
  if (names.some((name) => /vba|\.bin$|activeX/i.test(name))) return { is: "macros" };
  if (!contentTypes.includes(MAIN_PART)) return { is: "notWord" };
  if (names.some((name) => /embeddings|oleObject|afchunk/i.test(name))) return { is: "embedded" };
  for (const name of names.filter((part) => /\.(xml|rels)$/i.test(part))) {
    const fault = unsafeText(name, (await textOfEntry(bytes, name)) ?? "");
    if (fault) return fault;
  }
  return null;
}

function unsafeText(name: string, text: string): TemplateFault | null {
  if (text.includes("\u0000") || /<!(DOCTYPE|ENTITY)/i.test(text)) return { is: "damaged" };
  if (/\.rels$/i.test(name)) {
    return /TargetMode\s*=\s*["']External["']|Target\s*=\s*["']\s*(\w{2,}:|\\\\|\/\/)/i.test(text)
      ? { is: "externalLink" }
      : null;
  }
  if (/<w:altChunk|<w:object|<o:OLEObject/i.test(text)) return { is: "embedded" };
  const instructions = [
    ...text.matchAll(/<w:instrText[^>]*>([^<]*)</g),
    ...text.matchAll(/w:instr\s*=\s*["']([^"']*)/g),
  ]
    .map(([, words]) => words)
    .join("");
  return FETCHING.test(instructions) ? { is: "externalLink" } : null;
}

function archiveFault(bytes: Uint8Array, fault: string): TemplateFault {
  if (fault === "bomb") return { is: "bomb" };
  if (fault === "encrypted") return { is: "encrypted" };
  return bytes[0] === 0x50 && bytes[1] === 0x4b ? { is: "damaged" } : { is: "notWord" };
}

/** Fields outside a list are those of the record, inside a list those of the list too. */
function unknownFields(tags: { name: string; list: boolean }[]): TemplateFault[] {
  const known = new Set(FIELDS.map(({ name }) => name));
  const lists = new Map(
    LIST_FIELDS.map(({ name, fields }) => [name, new Set(fields.map((field) => field.name))]),
  );
  const open: string[] = [];
  const faults = new Map<string, TemplateFault>();
  for (const { name, list } of tags) {
    if (list) {
      if (!lists.has(name)) {
        faults.set(`#${name}`, { is: "unknownList", name, nearest: nearest(name, lists.keys()) });
      } else if (open.at(-1) === name) open.pop();
      else open.push(name);
      continue;
    }
    const inner = open.flatMap((of) => [...(lists.get(of) ?? [])]);
    if (known.has(name) || inner.includes(name)) continue;
    faults.set(name, { is: "unknownField", name, nearest: nearest(name, [...known, ...inner]) });
  }
  return [...faults.values()];
}
