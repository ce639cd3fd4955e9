import { UnitPicker } from "@/components/organisation/unit-picker";
import { RadioCards } from "@/components/ui/choices";
import { Select, TextArea, TextInput } from "@/components/ui/inputs";
import { closeReasonLabel, letterLabel, returnLevelLabel } from "@/lib/pipeline/labels/words";
import { PAPERS } from "@/lib/pipeline/rules/paper-catalogue";
import { CLOSE_REASONS, TRANSFER_LETTERS } from "@/lib/pipeline/rules/step";
import { fieldsOf, type RecordFieldsProps } from "./record-parts";

/** Moves, papers that are looked at, returns, and the end of a dossier. */
export function MovingFields(props: RecordFieldsProps) {
  const { kind, values, errors, facts } = props;
  const { day, otherDay, number, words, choice } = fieldsOf(props);
  switch (kind) {
    case "transferred":
      return (
        <>
          <UnitPicker
            name="to"
            label="Chi bộ nơi đến"
            hint="Gõ tên hoặc mã chi bộ. Để trống nếu chuyển ra ngoài tỉnh."
            initial={values.to ?? ""}
            errors={errors.to}
            optional
          />
          {words("outside", "Nơi đến ngoài hệ thống", true, "Khi đó hồ sơ đóng ở đây với lý do chuyển đi.")}
          <Select
            name="letter"
            label="Giấy tờ đi kèm"
            choices={TRANSFER_LETTERS.map((value) => ({ value, label: letterLabel(value) }))}
            defaultValue={facts.letter}
          />
          {number("Số giấy", "14-CV/ĐU", true)}
          {day("Ngày giấy giới thiệu")}
          {otherDay("movedOn", "Ngày chuyển công tác, học tập, cư trú")}
        </>
      );
    case "transferReceived":
      return (
        <>
          {day("Ngày nộp giấy ở nơi mới")}
          <p className="text-staff text-ink2">
            Tiếp theo hãy phân công đảng viên chính thức giúp đỡ. Người mới không cần đủ 12 tháng.
          </p>
        </>
      );
    case "paperMarked":
      return (
        <>
          <Select
            name="paper"
            label="Giấy tờ"
            empty="Hãy chọn"
            choices={PAPERS.map(({ code, title }) => ({ value: code, label: title }))}
            defaultValue={facts.chosen}
          />
          {choice("state", "Tình trạng", [
            ["had", "Có"],
            ["checked", "Đã kiểm tra, đúng"],
            ["wrong", "Sai, phải làm lại"],
          ])}
          {day("Ngày kiểm tra")}
          {words("place", "Bản giấy để ở đâu", true, "Ví dụ tủ hồ sơ đảng ủy, ngăn 2.")}
          {words("issuer", "Nơi cấp", true)}
          {words("comment", "Nhận xét", true)}
        </>
      );
    case "returned":
      return (
        <>
          <RadioCards
            name="to"
            legend="Trả về"
            chosen={facts.isBaseCell ? "cell" : undefined}
            choices={(facts.isBaseCell ? (["cell"] as const) : (["cell", "base"] as const)).map((value) => ({
              value,
              label: returnLevelLabel(value),
            }))}
          />
          <TextArea name="reason" label="Lý do" hint="Nơi nhận sẽ đọc lý do này." />
          {choice(
            "revote",
            "Nơi nhận phải",
            [
              ["no", "Chỉ bổ sung rồi gửi lại"],
              ["yes", "Họp, biểu quyết lại"],
            ],
            "no",
          )}
          <PaperComments values={values} />
          {day("Ngày trả lại")}
        </>
      );
    case "resent":
      return day("Ngày gửi lại");
    case "closed":
      return (
        <>
          <Select
            name="reason"
            label="Lý do"
            empty="Hãy chọn"
            choices={CLOSE_REASONS.map((value) => ({ value, label: closeReasonLabel(value) }))}
          />
          {day("Ngày đóng")}
          <TextInput name="note" label="Ghi chú" optional />
          <p className="text-staff text-ink2">Hồ sơ đóng vẫn đọc được và mở lại được.</p>
        </>
      );
    case "reopened":
      return (
        <>
          <TextInput name="reason" label="Lý do" />
          {day("Ngày mở lại")}
        </>
      );
    default:
      return null;
  }
}

/** A comment for each paper that is wrong; the sender sees it at the paper. */
function PaperComments({ values }: { values: RecordFieldsProps["values"] }) {
  const typed = [(values as Record<string, string | string[]>).comments ?? []].flat();
  return (
    <details className="rounded-panel border border-line px-4 py-3" open={typed.some((text) => text !== "")}>
      <summary className="font-semibold">Nhận xét từng giấy tờ</summary>
      <div className="mt-3 space-y-3">
        {PAPERS.map(({ code, title }, place) => (
          <label key={code} className="block text-staff">
            <span className="mb-1 block">{title}</span>
            <input
              name="comments"
              defaultValue={typed[place] ?? ""}
              maxLength={200}
              className="min-h-11 w-full rounded-button border border-field bg-surface px-3"
            />
          </label>
        ))}
      </div>
    </details>
  );
}
