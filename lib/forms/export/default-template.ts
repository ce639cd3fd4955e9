import "server-only";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Form } from "../rules/catalogue";

const FOLDER = "lib/forms/export/templates";

/** The template that comes with the application; it stands beside this file. */
export function defaultTemplate({ id }: Pick<Form, "id">): Promise<Uint8Array> {
  return readFile(path.join(/* turbopackIgnore: true */ process.cwd(), FOLDER, `${id}.docx`));
}
