import { DoneBar } from "@/components/ui/states";
import type { UnitPage } from "@/lib/organisation/queries/unit";
import { formatDay } from "@/lib/shared/days";
import { UndoForm } from "./undo-form";

/** What was just written, with the way back where there is one. */
export function UnitDone({ page, done }: { page: UnitPage; done: string | null }) {
  const message = messageOf(page, done);
  if (message === null) return null;
  const seen = { unit: page.unit.code, version: String(page.unit.version) };
  const added = done === "added" && page.mayChange;
  const planned = done === "changed" || done === "closed" ? page.undoFrom : null;
  return (
    <DoneBar
      message={message}
      undo={
        added ? (
          <UndoForm undoes="unit" fields={seen} label="Hoàn tác" onDark />
        ) : (
          planned !== null && <UndoForm undoes="change" fields={seen} label="Hoàn tác" onDark />
        )
      }
    />
  );
}

function messageOf({ unit, undoFrom }: UnitPage, done: string | null): string | null {
  switch (done) {
    case "added":
      return `Đã thêm ${unit.name}`;
    case "changed":
      return undoFrom ? `Đã ghi thay đổi có hiệu lực từ ${formatDay(undoFrom)}` : "Đã ghi thay đổi";
    case "closed":
      return unit.lastDay
        ? `Đã ghi: hoạt động đến hết ngày ${formatDay(unit.lastDay)}`
        : "Đã ghi kết thúc hoạt động";
    case "undone":
      return "Đã bỏ thay đổi chưa có hiệu lực";
    case "removed":
      return "Đã bỏ đơn vị vừa thêm";
    case "counted":
      return "Đã ghi số đảng viên";
    default:
      return null;
  }
}
