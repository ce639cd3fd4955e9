import { classKindWords, gradeLabel } from "@/lib/classes/labels";
import type { ClassFigure, LearnerFact } from "../rules/class-figure";

/** A number of learners, as a heading. */
export function classFigureTitle({ kind, fact }: ClassFigure): string {
  return `${learnerWords(fact)}, ${classKindWords(kind)}`;
}

function learnerWords(fact: LearnerFact): string {
  switch (fact) {
    case "called":
      return "Được gọi học";
    case "learners":
      return "Học viên";
    case "attended":
      return "Có đi học";
    case "passed":
      return "Đạt yêu cầu";
    case "certificates":
      return "Được cấp giấy chứng nhận";
    case "admittedWithin12":
      return "Kết nạp trong 12 tháng";
    case "admittedWithin24":
      return "Kết nạp trong 24 tháng";
    default:
      return `Xếp loại ${gradeLabel(fact)}`;
  }
}
