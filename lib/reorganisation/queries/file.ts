import "server-only";
import { requirePermission } from "@/lib/access/gate";
import { type ReadActs, readActs } from "../import";

/** The acts of a file, to be shown in the form; nothing is kept. @throws UnreadableFile */
export async function loadActsOfFile(file: { name: string; bytes: Uint8Array }): Promise<ReadActs> {
  await requirePermission("organisation.change");
  return readActs(file.bytes, file.name);
}
