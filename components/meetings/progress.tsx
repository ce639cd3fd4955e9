import type { Outcome } from "@/lib/meetings/rules/row";

/** "Đã ghi 4/9", with one cell for each person: dark is done, red is current. */
export function Progress({ outcomes, at }: { outcomes: readonly Outcome[]; at: number }) {
  const done = outcomes.filter((outcome) => outcome !== "pending").length;
  return (
    <div className="flex items-center gap-3">
      <p className="text-staff text-ink2">
        Đã ghi{" "}
        <strong className="text-ink">
          {done}/{outcomes.length}
        </strong>
      </p>
      <div className="flex flex-wrap gap-1" aria-hidden="true">
        {outcomes.map((outcome, place) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: the cells are places, nothing else
            key={place}
            className={`h-2 w-2.5 ${place === at ? "bg-red" : outcome === "pending" ? "bg-line2" : "bg-ink"}`}
          />
        ))}
      </div>
    </div>
  );
}
