import { Checkbox, RadioCards } from "@/components/ui/choices";
import { Select } from "@/components/ui/inputs";
import { resultLabel, targetLabel } from "@/lib/pipeline/labels/words";
import { VERIFICATION_TARGETS, type VerificationResult } from "@/lib/pipeline/rules/step";
import { fieldsOf, type RecordFieldsProps, sentence } from "./record-parts";

const RESULTS: VerificationResult[] = ["passed", "notPassed", "concludedAbove"];

/** Verification of the background and the opinions: only that it was done and how it ended (domain §9). */
export function BackgroundFields(props: RecordFieldsProps) {
  const { kind, facts } = props;
  const { day, number, words, choice, opinion } = fieldsOf(props);
  const target = (
    <Select
      name="target"
      label="Người được thẩm tra"
      empty="Hãy chọn"
      choices={VERIFICATION_TARGETS.map((value) => ({ value, label: sentence(targetLabel(value)) }))}
      defaultValue={facts.chosen}
    />
  );
  const result = choice(
    "result",
    "Kết quả",
    RESULTS.map((value) => [value, resultLabel(value)]),
  );
  const onlyTheResult = <p className="text-staff text-ink2">Chỉ ghi kết quả, không ghi nội dung thẩm tra.</p>;
  switch (kind) {
    case "verificationSent":
      return (
        <>
          {target}
          {day("Ngày gửi")}
          {number("Số công văn", "12-CV/ĐU", true)}
          {words("carrier", "Người đi thẩm tra", true, "Để trống nếu gửi bằng công văn.")}
          <Checkbox name="carrierRelated" label="Người đi thẩm tra là người vào Đảng hoặc người thân" />
          <Checkbox
            name="abroad"
            label="Thẩm tra ở nước ngoài"
            hint="Hạn trả lời 90 ngày làm việc thay vì 30."
          />
        </>
      );
    case "verificationReturned":
      return (
        <>
          {target}
          {day("Ngày có kết quả")}
          {result}
          {onlyTheResult}
        </>
      );
    case "verificationWaived":
      return (
        <>
          {target}
          {day("Ngày đối chiếu")}
          <Checkbox
            name="matched"
            label="Người thân là đảng viên, lý lịch khai đầy đủ, đã đối khớp với hồ sơ đảng viên"
          />
        </>
      );
    case "verified":
      return (
        <>
          {day("Ngày có kết quả")}
          {result}
          {onlyTheResult}
        </>
      );
    case "politicsConcluded":
      return (
        <>
          {number("Số văn bản", "18-KL/TU")}
          {day("Ngày kết luận")}
          {choice("cleared", "Kết luận", [
            ["yes", "Đủ tiêu chuẩn chính trị"],
            ["no", "Không đủ tiêu chuẩn chính trị"],
          ])}
        </>
      );
    case "cellCommented":
      return day("Ngày nhận xét (mục 25 của lý lịch)");
    case "certificationGiven":
      return (
        <>
          {day("Ngày chứng nhận")}
          <RadioCards
            name="qualified"
            legend="Kết luận"
            choices={[
              { value: "yes", label: "Đủ điều kiện" },
              { value: "no", label: "Không đủ điều kiện" },
            ]}
          />
          <Checkbox name="politicalIssueOpen" label="Còn vấn đề chính trị chưa được kết luận" />
        </>
      );
    case "opinionCollected":
    case "probationOpinionCollected":
      return (
        <>
          {opinion()}
          {day("Ngày có ý kiến")}
          {number("Số văn bản", "08-YK/MTTQ", true)}
        </>
      );
    default:
      return null;
  }
}
