import { Checkbox, DayInput, RadioCards, Select, TextArea, TextInput } from "@/components/ui/inputs";
import {
  closeReasonLabel,
  combinationLabel,
  opinionFromLabel,
  returnLevelLabel,
} from "@/lib/pipeline/labels/words";
import { CLOSE_REASONS, type OpinionFrom, type ReferralCombination } from "@/lib/pipeline/rules/step";
import type { RecordableKind } from "@/lib/pipeline/schema/forms";
import { VoteFields } from "./vote-fields";

/** What the record page knows beforehand: offered, never asked twice. */
export type RecordFacts = {
  officialMembers: number | null;
  helpers: string[];
  /** The day a recognition counts from. */
  probationEnd: string | null;
  isBaseCell: boolean;
  /** The next number of the deciding committee's register, for its own officers. */
  proposedNumber: string | null;
};

type RecordFieldsProps = {
  kind: RecordableKind;
  values: Record<string, string>;
  errors: Record<string, string[]>;
  facts: RecordFacts;
};

const COMBINATIONS: ReferralCombination[] = ["twoMembers", "unionAndMember", "tradeUnionAndMember"];
const OPINIONS: OpinionFrom[] = ["massOrganisation", "residenceCell", "employer"];

/** The fields of one kind of step, in the order of the paper it is copied from. */
export function RecordFields({ kind, values, errors, facts }: RecordFieldsProps) {
  const day = (label: string, initial = "") => (
    <DayInput name="onDay" label={label} defaultValue={values.onDay ?? initial} errors={errors.onDay} />
  );
  const number = (label: string, example: string, optional = false) => (
    <TextInput
      name="documentNumber"
      label={label}
      placeholder={example}
      defaultValue={values.documentNumber ?? facts.proposedNumber ?? ""}
      {...(facts.proposedNumber
        ? { hint: "Số kế tiếp trong sổ quyết định. Sửa được nếu sổ giấy khác." }
        : {})}
      errors={errors.documentNumber}
      optional={optional}
      className="max-w-64"
    />
  );
  const meeting = (example: string) => (
    <div className="grid gap-5 phone:grid-cols-2">
      {day("Ngày họp")}
      {number("Số nghị quyết", example)}
    </div>
  );
  const vote = (who: string, threshold: "twoThirds" | "moreThanHalf", listed: number | null) => (
    <VoteFields initial={values} errors={errors} listed={listed} threshold={threshold} who={who} />
  );

  switch (kind) {
    case "sympathiserRecognised":
      return (
        <>
          {day("Ngày nghị quyết")}
          {number("Số nghị quyết", "05-NQ/CB")}
        </>
      );
    case "helperAssigned":
      return (
        <>
          <TextInput
            name="helper"
            label="Đảng viên giúp đỡ"
            placeholder="Nguyễn Văn Bình"
            defaultValue={values.helper ?? ""}
            errors={errors.helper}
          />
          {day("Ngày phân công")}
          {number("Số nghị quyết", "05-NQ/CB", true)}
          <Checkbox
            name="official"
            label="Là đảng viên chính thức đang sinh hoạt"
            defaultChecked={values.official === "yes" || values.onDay === undefined}
          />
          <Checkbox
            name="replacement"
            label="Thay người giúp đỡ trước"
            defaultChecked={values.replacement === "yes"}
            hint="Người thay không cần đủ 12 tháng cùng công tác."
          />
        </>
      );
    case "helperEnded":
      return (
        <>
          <Select
            name="helper"
            label="Đảng viên giúp đỡ"
            choices={facts.helpers.map((name) => ({ value: name, label: name }))}
            defaultValue={values.helper ?? ""}
            errors={errors.helper}
          />
          {day("Ngày thôi giúp đỡ")}
          <TextInput name="reason" label="Lý do" defaultValue={values.reason ?? ""} errors={errors.reason} />
        </>
      );
    case "certified":
      return (
        <>
          {number("Số giấy chứng nhận", "214/GCN")}
          {day("Ngày cấp")}
          <TextInput
            name="issuer"
            label="Nơi cấp"
            defaultValue={values.issuer ?? ""}
            errors={errors.issuer}
            optional
          />
        </>
      );
    case "applied":
      return (
        <>
          {day("Ngày viết đơn")}
          <DayInput
            name="cvDeclaredOn"
            label="Ngày khai lý lịch"
            defaultValue={values.cvDeclaredOn ?? ""}
            errors={errors.cvDeclaredOn}
            optional
            hint="Đơn viết trước, lý lịch khai sau. Chỉ ghi ngày, không ghi nội dung."
          />
        </>
      );
    case "cvDeclared":
      return day("Ngày khai lý lịch");
    case "referred":
      return (
        <>
          <RadioCards
            name="combination"
            legend="Người giới thiệu"
            chosen={values.combination}
            errors={errors.combination}
            choices={COMBINATIONS.map((value) => ({ value, label: combinationLabel(value) }))}
          />
          <TextInput
            name="firstReferrer"
            label="Đảng viên giới thiệu"
            defaultValue={values.firstReferrer ?? facts.helpers[0] ?? ""}
            errors={errors.firstReferrer}
          />
          <TextInput
            name="secondReferrer"
            label="Đảng viên giới thiệu thứ hai"
            defaultValue={values.secondReferrer ?? ""}
            errors={errors.secondReferrer}
            optional
            hint="Cần khi không có nghị quyết của Đoàn hoặc công đoàn."
          />
          {day("Ngày giới thiệu")}
          {number("Số nghị quyết Đoàn, công đoàn", "12-NQ/ĐTN", true)}
        </>
      );
    case "verified":
      return (
        <>
          {day("Ngày có kết quả")}
          <RadioCards
            name="result"
            legend="Kết quả"
            chosen={values.result}
            errors={errors.result}
            choices={[
              { value: "passed", label: "Đạt" },
              { value: "notPassed", label: "Không đạt" },
              { value: "concludedAbove", label: "Cần cấp trên kết luận" },
            ]}
          />
          <p className="text-staff text-ink2">Chỉ ghi kết quả, không ghi nội dung thẩm tra.</p>
        </>
      );
    case "certificationGiven":
      return (
        <>
          {day("Ngày chứng nhận")}
          <RadioCards
            name="qualified"
            legend="Kết luận"
            chosen={values.qualified}
            errors={errors.qualified}
            choices={[
              { value: "yes", label: "Đủ điều kiện" },
              { value: "no", label: "Không đủ điều kiện" },
            ]}
          />
          <Checkbox
            name="politicalIssueOpen"
            label="Còn vấn đề chính trị chưa được kết luận"
            defaultChecked={values.politicalIssueOpen === "yes"}
          />
        </>
      );
    case "opinionCollected":
      return (
        <>
          <RadioCards
            name="from"
            legend="Ý kiến của"
            chosen={values.from}
            errors={errors.from}
            choices={OPINIONS.map((value) => ({ value, label: sentence(opinionFromLabel(value)) }))}
          />
          {day("Ngày có ý kiến")}
          {number("Số văn bản", "08-YK/MTTQ", true)}
        </>
      );
    case "cellVoted":
      return (
        <>
          {meeting("07-NQ/CB")}
          {vote("Đảng viên chính thức", "twoThirds", facts.officialMembers)}
        </>
      );
    case "baseVoted":
      return (
        <>
          {meeting("21-NQ/ĐU")}
          {vote("Cấp ủy viên", "twoThirds", null)}
        </>
      );
    case "decisionVoted":
      return (
        <>
          {meeting("15-NQ/BTV")}
          {vote("Ủy viên ban thường vụ", "moreThanHalf", null)}
        </>
      );
    case "recognitionVoted":
      return (
        <>
          {meeting("19-NQ/CB")}
          {vote("Đảng viên chính thức", "twoThirds", facts.officialMembers)}
        </>
      );
    case "submitted":
      return (
        <>
          {day("Ngày trình")}
          {number("Số công văn", "33-CV/ĐU", true)}
        </>
      );
    case "decided":
      return (
        <>
          {number("Số quyết định", "83-QĐ/HU")}
          {day("Ngày quyết định")}
          <DayInput
            name="receivedOn"
            label="Ngày chi bộ nhận"
            defaultValue={values.receivedOn ?? ""}
            errors={errors.receivedOn}
            optional
          />
        </>
      );
    case "admitted":
      return (
        <>
          {day("Ngày lễ kết nạp")}
          <TextInput
            name="helper"
            label="Đảng viên giúp đỡ thời gian dự bị"
            defaultValue={values.helper ?? facts.helpers[0] ?? ""}
            errors={errors.helper}
            optional
          />
          <Checkbox
            name="superiorConsent"
            label="Cấp ủy cấp trên trực tiếp đã đồng ý cho tổ chức quá hạn"
            defaultChecked={values.superiorConsent === "yes"}
          />
        </>
      );
    case "newMemberCertified":
      return (
        <>
          {number("Số giấy chứng nhận", "31/ĐVM")}
          {day("Ngày cấp")}
        </>
      );
    case "recognised":
      return (
        <>
          {number("Số quyết định", "112-QĐ/HU")}
          {day("Công nhận từ ngày", facts.probationEnd ?? "")}
        </>
      );
    case "decisionRevoked":
      return (
        <>
          {number("Số quyết định hủy", "5-QĐ/HU")}
          {day("Ngày hủy")}
          <TextInput
            name="reason"
            label="Lý do"
            defaultValue={values.reason ?? ""}
            errors={errors.reason}
            optional
          />
        </>
      );
    case "returned":
      return (
        <>
          <RadioCards
            name="to"
            legend="Trả về"
            chosen={values.to ?? (facts.isBaseCell ? "cell" : undefined)}
            errors={errors.to}
            choices={(facts.isBaseCell ? (["cell"] as const) : (["cell", "base"] as const)).map((value) => ({
              value,
              label: returnLevelLabel(value),
            }))}
          />
          <TextArea
            name="reason"
            label="Lý do"
            defaultValue={values.reason ?? ""}
            errors={errors.reason}
            hint="Nơi nhận sẽ đọc lý do này."
          />
          {day("Ngày trả lại")}
        </>
      );
    case "closed":
      return (
        <>
          <Select
            name="reason"
            label="Lý do"
            empty="Hãy chọn"
            choices={CLOSE_REASONS.map((value) => ({ value, label: closeReasonLabel(value) }))}
            defaultValue={values.reason ?? ""}
            errors={errors.reason}
          />
          {day("Ngày đóng")}
          <TextInput
            name="note"
            label="Ghi chú"
            defaultValue={values.note ?? ""}
            errors={errors.note}
            optional
          />
          <p className="text-staff text-ink2">Hồ sơ đóng vẫn đọc được và mở lại được.</p>
        </>
      );
    case "reopened":
      return (
        <>
          <TextInput name="reason" label="Lý do" defaultValue={values.reason ?? ""} errors={errors.reason} />
          {day("Ngày mở lại")}
        </>
      );
  }
}

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
