import { TemplateHandler } from "easy-template-x";
import type { FormRecord } from "../rules/fields";

const handler = new TemplateHandler({ maxXmlDepth: 100 });

/** Puts a record into the fields of a .docx; what the record does not name becomes empty. */
export async function fillTemplate(template: Uint8Array, record: FormRecord): Promise<Uint8Array> {
  return handler.process(Buffer.from(template), record);
}

/** The names that stand in braces in a .docx, lists included. @throws when it is no template that can be read. */
export async function fieldsOfTemplate(template: Uint8Array): Promise<{ name: string; list: boolean }[]> {
  const tags = await handler.parseTags(Buffer.from(template));
  return tags.map(({ name, disposition }) => ({ name, list: disposition !== "SelfClosed" }));
}
