import Link from "next/link";
import { EmptyState } from "@/components/ui/states";
import type { FigureDrawer } from "@/lib/reports/queries/drawer";
import { formatDay } from "@/lib/shared/days";
import { formatNumber } from "@/lib/shared/ratio";

type Props = {
  drawer: Pick<FigureDrawer, "count" | "people">;
  links: boolean;
  /** Others stand on an earlier page. */
  continued?: boolean;
};

/** The people behind a figure: as many as it says, a hundred of them shown. */
export function PeopleList({ drawer: { count, people }, links, continued = false }: Props) {
  if (count === 0) return <EmptyState title="Chưa có ai">Con số này đang bằng 0.</EmptyState>;
  return (
    <>
      <p className="px-5 py-2.5 text-note text-ink2">
        {continued
          ? `${formatNumber(people.length)} người tiếp theo trong ${formatNumber(count)}`
          : people.length < count
            ? `1–${formatNumber(people.length)} trong ${formatNumber(count)}`
            : `${formatNumber(count)} người`}
      </p>
      <ol className="divide-y divide-line border-t border-line">
        {people.map(({ id, href, name, birthYear, unitName, stepLabel, day }) => (
          <li
            key={`${id} ${day}`}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 px-5 py-2 text-table hover:bg-hover"
          >
            <span className="keep truncate font-medium">
              {links ? (
                <Link href={href} className="hover:underline" prefetch={false}>
                  {name}
                </Link>
              ) : (
                name
              )}
              <span className="figures ml-2 font-normal text-ink3">{birthYear}</span>
            </span>
            <span className="figures text-note">{day ? formatDay(day) : "chưa rõ ngày"}</span>
            <span className="truncate text-note text-ink2">{unitName}</span>
            <span className="text-right text-note text-ink2">{stepLabel}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
