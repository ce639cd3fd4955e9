import type { Outcome } from "@/lib/meetings/rules/row";

/** "Đã ghi 4/9", with one cell for each person: dark is done, red is current. */
export function Progress({ outcomes, at }: { outcomes: readonly Outcome[]; at: number }) {
  const done = outcomes.filter((outcome) => outcome !== "pending").length;
  return (
    <div className="shrink-0 px-5 pt-4 text-right">
      <p className="text-staff text-ink2">
        Đã ghi{" "}
        <strong className="text-ink">
          {done}/{outcomes.length}
        </strong>
      </p>
      <div className="mt-1.5 flex max-w-40 flex-wrap justify-end gap-1" aria-hidden="true">
        {outcomes.map((outcome, place) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: the cells are places, nothing else
            key={place}
            className={`h-1.5 w-3 ${place === at ? "bg-red" : outcome === "pending" ? "bg-line2" : "bg-ink"}`}
          />
        ))}
      </div>
    </div>
  );
}
