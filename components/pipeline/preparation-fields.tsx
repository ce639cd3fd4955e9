import { Checkbox, RadioCards } from "@/components/ui/choices";
import { DayInput, Select, TextArea, TextInput } from "@/components/ui/inputs";
import { combinationLabel, consentLabel, leavingLabel, targetLabel } from "@/lib/pipeline/labels/words";
import {
  CONSENT_CASES,
  LEAVING_REASONS,
  type ReferralCombination,
  VERIFICATION_TARGETS,
} from "@/lib/pipeline/rules/step";
import { fieldsOf, type RecordFieldsProps, sentence } from "./record-parts";

const COMBINATIONS: ReferralCombination[] = ["twoMembers", "unionAndMember", "tradeUnionAndMember"];

/** From the first introduction to the papers of the dossier, in the order of the paper that is copied. */
export function PreparationFields(props: RecordFieldsProps) {
  const { kind, facts } = props;
  const { day, otherDay, number, words, choice } = fieldsOf(props);
  switch (kind) {
    case "parentsConsulted":
      return (
        <>
          {day("Ngày có ý kiến")}
          {choice("agreed", "Phụ huynh", [
            ["yes", "Đồng ý"],
            ["no", "Không đồng ý"],
          ])}
        </>
      );
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
          <TextInput name="helper" label="Đảng viên giúp đỡ" placeholder="Nguyễn Văn Bình" />
          {day("Ngày phân công")}
          {number("Số nghị quyết", "05-NQ/CB", true)}
          <Checkbox name="official" label="Là đảng viên chính thức đang sinh hoạt" defaultChecked />
          <Checkbox
            name="replacement"
            label="Thay người giúp đỡ trước"
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
          />
          {day("Ngày thôi giúp đỡ")}
          <TextInput name="reason" label="Lý do" />
        </>
      );
    case "progressNoted":
      return (
        <>
          <div className="grid gap-5 phone:grid-cols-2">
            <TextInput
              name="period"
              label="Kỳ nhận xét"
              hint="Tháng 09/2026 hoặc quý 3/2026."
              defaultValue={facts.period}
              className="max-w-48"
            />
            {day("Ngày nhận xét")}
          </div>
          <TextArea
            name="note"
            label="Nhận xét của người giúp đỡ"
            hint="Vài câu về rèn luyện, phấn đấu. Không ghi lý lịch gia đình."
            maxLength={200}
          />
        </>
      );
    case "certified":
      return (
        <>
          {number("Số giấy chứng nhận", "214/GCN")}
          {day("Ngày cấp")}
          <TextInput name="issuer" label="Nơi cấp" optional />
        </>
      );
    case "formerMembership":
      return (
        <>
          {otherDay("leftOn", "Ngày ra khỏi Đảng")}
          <Select
            name="reason"
            label="Lý do ra khỏi Đảng"
            empty="Hãy chọn"
            choices={LEAVING_REASONS.map((value) => ({ value, label: leavingLabel(value) }))}
          />
          {otherDay("clearedOn", "Ngày được xóa án tích", true)}
          <Checkbox name="readmittedBefore" label="Đã từng được kết nạp lại" />
          {day("Ngày ghi")}
        </>
      );
    case "consentGiven":
      return (
        <>
          <Select
            name="of"
            label="Trường hợp"
            empty="Hãy chọn"
            choices={CONSENT_CASES.map((value) => ({ value, label: consentLabel(value) }))}
            defaultValue={facts.chosen}
          />
          {words("by", "Nơi đồng ý", false, "Ví dụ Ban Thường vụ Tỉnh ủy.")}
          {number("Số văn bản", "45-CV/TU")}
          {day("Ngày văn bản")}
        </>
      );
    case "permissionGranted":
      return (
        <>
          {number("Số văn bản", "12-CV/ĐU")}
          {day("Ngày văn bản")}
        </>
      );
    case "applied":
      return (
        <>
          {day("Ngày viết đơn")}
          <DayInput
            name="cvDeclaredOn"
            label="Ngày khai lý lịch"
            optional
            hint="Đơn viết trước, lý lịch khai sau. Chỉ ghi ngày, không ghi nội dung."
          />
        </>
      );
    case "cvDeclared":
      return (
        <>
          {day("Ngày khai lý lịch")}
          <Select
            name="formVersion"
            label="Mẫu lý lịch"
            choices={[
              { value: "38-HD/BTCTW", label: "Mẫu 2-KNĐ, Hướng dẫn 38-HD/BTCTW (2025)" },
              { value: "12-HD/BTCTW", label: "Mẫu 2-KNĐ, Hướng dẫn 12-HD/BTCTW (2022)" },
              { value: "09-HD/BTCTW", label: "Mẫu 2-KNĐ, Hướng dẫn 09-HD/BTCTW (2017)" },
            ]}
            defaultValue="38-HD/BTCTW"
          />
          <fieldset>
            <legend className="mb-1.5 text-body font-semibold phone:text-staff">
              Những người cần thẩm tra theo lý lịch
            </legend>
            <p className="text-note text-ink2">Chỉ ghi quan hệ, không ghi họ tên, nội dung.</p>
            {VERIFICATION_TARGETS.map((target) => (
              <Checkbox
                key={target}
                name="targets"
                value={target}
                label={sentence(targetLabel(target))}
                defaultChecked={target === "self" || target === "parents"}
              />
            ))}
          </fieldset>
        </>
      );
    case "sealed":
      return day("Ngày đóng dấu giáp lai");
    case "dossierRenewed":
      return (
        <>
          {day("Ngày bổ sung")}
          <Checkbox name="cvChanged" label="Lý lịch có thay đổi, đã khai bổ sung" />
          <p className="text-staff text-ink2">
            Sau ngày này phải có lại: giấy giới thiệu, nghị quyết đoàn thể, tổng hợp ý kiến và kết quả thẩm
            tra bổ sung. Giấy tờ cũ vẫn đọc được trong quá trình.
          </p>
        </>
      );
    case "referred":
      return (
        <>
          <RadioCards
            name="combination"
            legend="Người giới thiệu"
            choices={COMBINATIONS.map((value) => ({ value, label: combinationLabel(value) }))}
          />
          <ReferrerFields place="first" label="Đảng viên giới thiệu" initial={facts.helpers[0] ?? ""} />
          <ReferrerFields
            place="second"
            label="Đảng viên giới thiệu thứ hai"
            hint="Cần khi không có nghị quyết của Đoàn hoặc công đoàn."
            initial=""
          />
          {day("Ngày giới thiệu")}
          {number("Số nghị quyết Đoàn, công đoàn", "12-NQ/ĐTN", true)}
        </>
      );
    default:
      return null;
  }
}

type ReferrerProps = {
  place: "first" | "second";
  label: string;
  initial: string;
  hint?: string;
};

/** One referrer: name, how long together and by what, a relative or not. */
function ReferrerFields({ place, label, initial, hint }: ReferrerProps) {
  const name = `${place}Referrer`;
  return (
    <div className="space-y-3 rounded-panel border border-line p-4">
      <TextInput
        name={name}
        label={label}
        defaultValue={initial}
        optional={place === "second"}
        {...(hint ? { hint } : {})}
      />
      <div className="grid gap-4 phone:grid-cols-2">
        <TextInput
          name={`${place}Months`}
          label="Số tháng cùng nhau"
          inputMode="numeric"
          className="max-w-28"
          optional
        />
        <Select
          name={`${place}Together`}
          label="Cùng nhau ở"
          choices={[
            { value: "work", label: "Nơi công tác, lao động, học tập" },
            { value: "residence", label: "Nơi cư trú" },
          ]}
          defaultValue="work"
        />
      </div>
      <Checkbox name={`${place}Relative`} label="Là người thân của người vào Đảng" />
    </div>
  );
}
