import { formatNumber, formatPercent } from "@/lib/shared/ratio";
import { classNames } from "./class-names";

type FigureProps = {
  numerator: number;
  denominator?: number | null;
  percent?: number | null;
  /** Opens the people behind it. */
  href?: string | undefined;
  large?: boolean;
  /** What it counts, for a screen reader. */
  label: string;
};

/** A number never stands alone: numerator, denominator, per cent, and the way to its people. */
export function Figure({ numerator, denominator, percent, href, large = false, label }: FigureProps) {
  const words = (
    <>
      <span className="text-ink">{formatNumber(numerator)}</span>
      {denominator != null && <span className="text-ink3">/{formatNumber(denominator)}</span>}
    </>
  );
  const size = large ? "text-figure font-semibold" : "";
  return (
    <span className={classNames("keep", large && "flex flex-wrap items-baseline justify-between gap-x-4")}>
      {href ? (
        <a
          href={href}
          data-soft="stay"
          className={classNames(
            "opens",
            large ? classNames("py-2", size) : "-my-1 inline-block min-w-6 py-1 text-right",
          )}
          aria-label={`${label}: ${formatNumber(numerator)}${denominator == null ? "" : ` trên ${formatNumber(denominator)}`}, xem danh sách`}
        >
          {words}
        </a>
      ) : (
        <span className={size}>{words}</span>
      )}
      {percent !== undefined && (
        <span className={large ? "text-headline font-semibold" : "ml-2"}>{formatPercent(percent)}</span>
      )}
    </span>
  );
}
