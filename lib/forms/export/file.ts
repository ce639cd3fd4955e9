import type { PlainDate } from "@/lib/shared/days";
import { fold } from "@/lib/shared/vietnamese";
import type { Form } from "../rules/catalogue";

/** A file to be handed out. Its name says form, dossier and day, never a person. */
export type WordFile = { name: string; bytes: Uint8Array };

export const WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** "6-knd-1f3a9c20-2024-05-03.docx". */
export const fileNameOf = ({ id }: Pick<Form, "id">, candidateId: string, day: PlainDate): string =>
  `${id}-${candidateId.slice(0, 8)}-${day}.docx`;

/** "83-qd-hu-1f3a9c20.docx": the decision's number, so that a folder of them sorts. */
export const decisionFileName = (number: string | null, candidateId: string): string =>
  `${fold(number ?? "chua-co-so").replace(/[^a-z0-9]+/g, "-")}-${candidateId.slice(0, 8)}.docx`;

/** The answer of a route that hands out a Word file. */
export const wordResponse = ({ name, bytes }: WordFile): Response =>
  new Response(Buffer.from(bytes), {
    headers: {
      "Content-Type": WORD_TYPE,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
    },
  });
