import type { Rulebook } from "../rulebook";

/** What the change from one book to the next is about: every field but its name, its day and its doubts. */
export type ChangedField = Exclude<keyof Rulebook, "name" | "from" | "unverified">;

/** One field that a book changed; `unverified`: the new value was not compared with its text. */
export type RulebookChange = {
  field: ChangedField;
  before: string | number | boolean;
  after: string | number | boolean;
  unverified: boolean;
};

const NOT_COMPARED: readonly (keyof Rulebook)[] = ["name", "from", "unverified"];

/** What a book changed of the one before it, in the order of the book's fields; nothing for the first book. */
export function rulebookChanges(book: Rulebook, before: Rulebook | undefined): RulebookChange[] {
  if (!before) return [];
  const fields = (Object.keys(book) as (keyof Rulebook)[]).filter(
    (field): field is ChangedField => !NOT_COMPARED.includes(field),
  );
  return fields
    .filter((field) => book[field] !== before[field])
    .map((field) => ({
      field,
      before: before[field],
      after: book[field],
      unverified: book.unverified.includes(field),
    }));
}
