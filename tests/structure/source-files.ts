import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");

/** A source file: its path from the root, its text and what it imports (paths from the root, or packages). */
export type SourceFile = { path: string; text: string; imports: string[]; typeOnly: Set<string> };

/** Every .ts and .tsx file below these folders. */
export function sourceFiles(...folders: string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => read(path.relative(root, path.join(entry.parentPath, entry.name)))),
  );
}

function read(file: string): SourceFile {
  const text = readFileSync(path.join(root, file), "utf8");
  const found = [...text.matchAll(/(?:^|\n)\s*(import|export)\s+(type\s)?[^;]*?\bfrom\s+"([^"]+)"/g)].map(
    ([, , type, from]) => ({ from: resolved(file, from ?? ""), type: Boolean(type) }),
  );
  const lazy = [...text.matchAll(/import\("([^"]+)"\)/g)].map(([, from]) => ({
    from: resolved(file, from ?? ""),
    type: false,
  }));
  const all = [...found, ...lazy];
  return {
    path: file,
    text,
    imports: all.map(({ from }) => from),
    typeOnly: new Set(all.filter(({ type }) => type).map(({ from }) => from)),
  };
}

function resolved(file: string, from: string): string {
  if (from.startsWith("@/")) return from.slice(2);
  if (from.startsWith(".")) return path.join(path.dirname(file), from);
  return from;
}
