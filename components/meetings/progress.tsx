import type { Outcome } from "@/lib/meetings/rules/row";

type Reviewed = { itemId: string; outcome: Outcome };

/** "Đã ghi 4/9", with one cell for each person: dark is done, red is current. */
export function Progress({ people, at }: { people: readonly Reviewed[]; at: number }) {
  const done = people.filter(({ outcome }) => outcome !== "pending").length;
  return (
    <div className="flex items-center gap-3">
      <p className="text-staff text-ink2">
        Đã ghi{" "}
        <strong className="text-ink">
          {done}/{people.length}
        </strong>
      </p>
      <div className="flex flex-wrap gap-1" aria-hidden="true">
        {people.map(({ itemId, outcome }, place) => (
          <span
            key={itemId}
            className={`h-2 w-2.5 ${place === at ? "bg-red" : outcome === "pending" ? "bg-line2" : "bg-ink"}`}
          />
        ))}
      </div>
    </div>
  );
}
