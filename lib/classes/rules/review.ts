import type { PlainDate } from "@/lib/shared/days";
import { type Grade, passes } from "./enrolment";
import type { ClassFinding } from "./finding";
import type { ClassPlan } from "./training-class";

/** Is there room for so many? */
export function reviewRoom(size: number | null, people: number): ClassFinding | null {
  return size !== null && people > size ? { is: "tooMany", blocks: true, size, people } : null;
}

/** What still keeps a class from giving its certificates. */
export function reviewCertifying(
  { from }: Pick<ClassPlan, "from">,
  learners: readonly { person: { name: string } | null; grade: Grade | null }[],
  onDay: PlainDate,
  today: PlainDate,
): ClassFinding[] {
  const without = learners.filter(({ grade }) => grade === null);
  return [
    ...(onDay > today ? [{ is: "inFuture" as const, blocks: true }] : []),
    ...(onDay < from ? [{ is: "beforeClass" as const, blocks: true }] : []),
    ...without.map(({ person }) => ({
      is: "gradeMissing" as const,
      blocks: true,
      name: person?.name ?? "Một học viên đã chuyển đi",
    })),
    ...(learners.some(({ person, grade }) => person === null && passes(grade))
      ? [{ is: "notHere" as const, blocks: true }]
      : []),
  ];
}
