import { StatusChip } from "@/components/ui/shapes";
import { bookFieldLabel, bookValueLabel } from "@/lib/pipeline/labels/rules";
import type { Rulebook } from "@/lib/pipeline/rulebook";
import { formatDay } from "@/lib/shared/days";
import type { BookLine } from "./found-rules";
import { NotCompared } from "./not-compared";

/** The books from the newest to the oldest: from which day, and what each changed of the one before it. */
export function BookList({ books, inForce }: { books: readonly BookLine[]; inForce: Rulebook }) {
  return (
    <ol>
      {books.map(({ book, changes, first }) => (
        <li
          key={book.name}
          id={`book-${book.name.replace("/", "-")}`}
          className="scroll-mt-20 border-t border-line px-5 py-4 target:bg-ochre-soft"
        >
          <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
            <h3 className="text-body font-semibold">{book.regulation}</h3>
            <span className="text-staff text-ink2">từ ngày {formatDay(book.from)}</span>
            {book.name === inForce.name && <StatusChip shape="onTrack" word="Đang áp dụng" />}
          </div>
          <p className="text-note text-ink2">
            {book.guidance}; {book.formGuidance}
          </p>
          <Changes changes={changes} first={first} />
        </li>
      ))}
    </ol>
  );
}

function Changes({ changes, first }: Pick<BookLine, "changes" | "first">) {
  const told = changes.filter(({ field }) => field !== "regulation");
  if (first) return <p className="mt-1 text-staff">Quy định đầu tiên mà phần mềm biết.</p>;
  if (told.length === 0) return <p className="mt-1 text-staff">Không đổi so với quy định trước.</p>;
  return (
    <div className="mt-2 overflow-x-auto">
      <table className="w-full min-w-[34rem] text-table">
        <thead className="text-left text-chip text-ink2">
          <tr>
            <th className="w-64 py-1 pr-4 font-semibold">Khác quy định trước ở</th>
            <th className="pr-4 font-semibold">Trước</th>
            <th className="font-semibold">Từ quy định này</th>
          </tr>
        </thead>
        <tbody>
          {told.map(({ field, before, after, unverified }) => (
            <tr key={field} className="border-t border-line align-top">
              <th className="py-1.5 pr-4 text-left font-normal">{bookFieldLabel(field)}</th>
              <td className="py-1.5 pr-4 text-ink2">{bookValueLabel(field, before)}</td>
              <td className="py-1.5 font-medium">
                {bookValueLabel(field, after)} {unverified && <NotCompared />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
