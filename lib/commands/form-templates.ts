import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { FORMS } from "@/lib/forms/rules/catalogue";
import { zip } from "@/lib/platform/spreadsheet/zip-stream";
import { admissionTemplates } from "./form-templates/admission";
import { decisionTemplates } from "./form-templates/decisions";
import { keptTogether, type Template } from "./form-templates/layout";
import { letterTemplates } from "./form-templates/letters";
import { personTemplates } from "./form-templates/person";
import { recognitionTemplates } from "./form-templates/recognition";
import { minutes, sourcingTemplates } from "./form-templates/sourcing";
import { wordFiles } from "./form-templates/word";

/** The default templates as they are written down here; what is used is the .docx files made of them. */
export const TEMPLATES: readonly Template[] = [
  ...sourcingTemplates,
  ...personTemplates,
  ...admissionTemplates,
  ...minutes,
  ...decisionTemplates,
  ...recognitionTemplates,
  ...letterTemplates,
];

/** The bytes of one template's .docx; the same each time. */
export async function templateBytes({ title, blocks, sheet = "upright" }: Template): Promise<Buffer> {
  const parts = wordFiles(title, keptTogether(blocks), sheet).map(({ name, text }) => ({
    name,
    content: [text.normalize("NFC")],
  }));
  const chunks: Uint8Array[] = [];
  for await (const chunk of zip(parts)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** `npm run form-templates` writes the files that stand beside the feature. */
async function writeTemplates(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const template of TEMPLATES) {
    writeFileSync(path.join(folder, `${template.id}.docx`), await templateBytes(template));
  }
  const missing = FORMS.filter(({ id }) => !TEMPLATES.some((template) => template.id === id));
  for (const { id } of missing) process.stderr.write(`No template for ${id}.\n`);
  process.stdout.write(`${TEMPLATES.length} templates of ${FORMS.length} forms.\n`);
}

if (process.argv[1]?.endsWith("form-templates.ts")) {
  await writeTemplates(path.resolve("lib/forms/export/templates"));
}
