import type { PlainDate } from "@/lib/shared/days";
import { fold } from "@/lib/shared/vietnamese";
import type { Form } from "../rules/catalogue";

/** A file to be handed out. Its name says form, dossier and day, never a person. */
export type WordFile = { name: `${string}.docx`; bytes: Uint8Array };

/** "6-knd-1f3a9c20-2024-05-03.docx". */
export const fileNameOf = ({ id }: Pick<Form, "id">, candidateId: string, day: PlainDate): `${string}.docx` =>
  `${id}-${candidateId.slice(0, 8)}-${day}.docx`;

/** "83-qd-hu-1f3a9c20.docx": the decision's number, so that a folder of them sorts. */
export const decisionFileName = (number: string | null, candidateId: string): `${string}.docx` =>
  `${fold(number ?? "chua-co-so").replace(/[^a-z0-9]+/g, "-")}-${candidateId.slice(0, 8)}.docx`;
