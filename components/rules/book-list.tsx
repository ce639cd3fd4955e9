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
    <div className="mt-2 text-table">
      <p className="text-chip font-semibold text-ink2">Khác quy định trước ở:</p>
      <dl>
        {told.map(({ field, before, after, unverified }) => (
          <div
            key={field}
            className="grid gap-x-4 border-t border-line py-1.5 first:border-0 phone:grid-cols-[16rem_minmax(0,1fr)]"
          >
            <dt className="text-ink2">{bookFieldLabel(field)}</dt>
            <dd>
              <span className="text-ink2">{bookValueLabel(field, before)}</span>{" "}
              <span aria-hidden="true">→</span>
              <span className="sr-only"> nay là </span>{" "}
              <span className="font-medium">{bookValueLabel(field, after)}</span>{" "}
              {unverified && <NotCompared />}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
