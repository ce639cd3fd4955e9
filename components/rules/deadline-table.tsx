import { amountLabel } from "@/lib/pipeline/labels/rules";
import type { RulesPage } from "@/lib/pipeline/queries/rules";
import type { DeadlineEntry } from "@/lib/pipeline/rules/catalogue";
import { isUnverified, isWeak } from "@/lib/pipeline/rules/trust";
import { textOf } from "./found-rules";
import { NotCompared } from "./not-compared";

type DeadlineTableProps = { deadlines: readonly DeadlineEntry[]; page: RulesPage };

/** Each deadline by the book in force, with the province's own days beside it. */
export function DeadlineTable({ deadlines, page: { book, options } }: DeadlineTableProps) {
  return (
    <ul>
      {deadlines.map(({ id, what, from, central, local, rule, source, trust }) => {
        const own = local?.(options) ?? null;
        const amounts = central(book).map(amountLabel).join("; ");
        return (
          <li
            key={id}
            id={id}
            className="grid scroll-mt-20 grid-cols-[3.5rem_minmax(0,1fr)] gap-x-4 gap-y-1 border-t border-line px-5 py-3 target:bg-ochre-soft desk:grid-cols-[3.5rem_minmax(0,1fr)_20rem]"
          >
            <a href={`#${id}`} className="figures keep link text-staff font-semibold">
              {id}
            </a>
            <div>
              <p className="font-medium">{what}</p>
              <p className="text-staff text-ink2">{from(book)}</p>
            </div>
            <div className="col-start-2 desk:col-start-3">
              <p className="font-medium">{amounts || "Trung ương không quy định"}</p>
              {local && <p className="text-staff">Tỉnh: {own ? amountLabel(own) : "không quy định riêng"}</p>}
              <p className="text-note text-ink2">
                {source}
                {rule && (
                  <>
                    {" "}
                    ·{" "}
                    <a href={`#${rule}`} className="link">
                      {rule}
                    </a>
                  </>
                )}{" "}
                {isWeak(trust) && <NotCompared />}
                {!isWeak(trust) && rule && isUnverified(rule, book) && <NotCompared with={textOf(book)} />}
              </p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
