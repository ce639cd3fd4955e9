import { MEDIA_TYPES } from "@/lib/shared/media-types";
import { streamOf } from "./spreadsheet/sheet";
import { zip } from "./spreadsheet/zip-stream";

type Ending = keyof typeof MEDIA_TYPES;

/** A file to be handed out: the ending of its name says what it is. */
export type NamedFile<Body extends BodyInit = BodyInit> = { name: `${string}.${Ending}`; body: Body };

/** The answer of a route that hands out a file; `shown`: the browser opens it instead of saving it. */
export function fileAnswer({ name, body }: NamedFile, shown = false): Response {
  const ending = name.slice(name.lastIndexOf(".") + 1) as Ending;
  const charset = ending === "csv" || ending === "json" ? "; charset=utf-8" : "";
  const told = /^[\w.-]+$/.test(name) ? `filename="${name}"` : `filename*=UTF-8''${encodeURIComponent(name)}`;
  return new Response(body, {
    headers: {
      "Content-Type": `${MEDIA_TYPES[ending]}${charset}`,
      "Content-Disposition": `${shown ? "inline" : "attachment"}; ${told}`,
      "Cache-Control": "no-store",
    },
  });
}

/** The answer of a route that hands out a Word file. */
export const wordAnswer = ({ name, bytes }: { name: `${string}.docx`; bytes: Uint8Array }): Response =>
  fileAnswer({ name, body: Buffer.from(bytes) });

/** The answer of a route that hands out many files in one archive. */
export function archiveAnswer(
  name: `${string}.zip`,
  files: readonly { name: string; bytes: Uint8Array }[],
): Response {
  const parts = files.map((file) => ({ name: file.name, content: [file.bytes] }));
  return fileAnswer({ name, body: streamOf(zip(parts)) });
}
