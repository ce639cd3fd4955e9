import { Checkbox } from "@/components/ui/choices";
import { TextInput } from "@/components/ui/inputs";
import { fieldsOf, type RecordFieldsProps } from "./record-parts";

/** Meetings, decisions, the ceremony and the probation, in the order of the paper minutes. */
export function DecisionFields(props: RecordFieldsProps) {
  const { kind, facts } = props;
  const { day, otherDay, number, words, choice, meeting, vote } = fieldsOf(props);
  const appraisal = (example: string) => (
    <>
      {number("Số báo cáo", example)}
      {day("Ngày thẩm định")}
      {choice("supports", "Ý kiến thẩm định", [
        ["yes", "Đồng ý đề nghị"],
        ["no", "Chưa đồng ý"],
      ])}
    </>
  );
  switch (kind) {
    case "cellVoted":
      return (
        <>
          {meeting("07-NQ/CB")}
          {vote("Đảng viên chính thức", "twoThirds", facts.officialMembers)}
        </>
      );
    case "sectionAppraised":
      return appraisal("03-BC/ĐUBP");
    case "recognitionAppraised":
      return appraisal("05-BC/ĐUBP");
    case "baseVoted":
      return (
        <>
          {meeting("21-NQ/ĐU")}
          {vote("Cấp ủy viên", "twoThirds", null)}
        </>
      );
    case "recognitionBaseVoted":
      return (
        <>
          {meeting("25-NQ/ĐU")}
          {vote("Cấp ủy viên", "twoThirds", null)}
        </>
      );
    case "decisionVoted":
      return (
        <>
          {meeting("15-NQ/BTV")}
          {vote("Ủy viên ban thường vụ", facts.threshold, null)}
        </>
      );
    case "recognitionVoted":
      return (
        <>
          {meeting("19-NQ/CB")}
          {vote("Đảng viên chính thức", "twoThirds", facts.officialMembers)}
        </>
      );
    case "removalVoted":
      return (
        <>
          {meeting("23-NQ/CB")}
          {vote("Đảng viên chính thức", "twoThirds", facts.officialMembers)}
          <p className="text-staff text-ink2">Tán thành ở đây là đồng ý đề nghị xóa tên.</p>
        </>
      );
    case "submitted":
      return (
        <>
          {day("Ngày trình")}
          {number("Số công văn", "33-CV/ĐU", true)}
        </>
      );
    case "decisionExtended":
      return (
        <>
          {day("Ngày gia hạn")}
          {words("reason", "Lý do")}
          <p className="text-staff text-ink2">Gia hạn tối đa 30 ngày làm việc.</p>
        </>
      );
    case "decided":
      return (
        <>
          {number("Số quyết định", "83-QĐ/HU")}
          {day("Ngày quyết định")}
          {otherDay("receivedOn", "Ngày chi bộ nhận", true)}
          {words("lateReason", "Lý do nếu quá hạn", true)}
        </>
      );
    case "admitted":
      return (
        <>
          {day("Ngày lễ kết nạp")}
          <TextInput
            name="helper"
            label="Đảng viên giúp đỡ thời gian dự bị"
            defaultValue={facts.helpers[0] ?? ""}
            optional
          />
          <Checkbox name="superiorConsent" label="Cấp ủy cấp trên trực tiếp đã đồng ý cho tổ chức quá hạn" />
        </>
      );
    case "newMemberCertified":
      return (
        <>
          {number("Số giấy chứng nhận", "31/ĐVM")}
          {day("Ngày cấp")}
        </>
      );
    case "selfReviewed":
      return day("Ngày viết bản tự kiểm điểm (sau khi hết 12 tháng)", facts.probationEnd ?? "");
    case "helperReported":
      return day("Ngày nhận xét");
    case "probationExtended":
      return (
        <>
          {number("Số nghị quyết", "19-NQ/CB")}
          {day("Ngày nghị quyết")}
          <TextInput name="months" label="Số tháng kéo dài" inputMode="numeric" className="max-w-28" />
          {words("reason", "Lý do")}
        </>
      );
    case "recognised":
      return (
        <>
          {number("Số quyết định", "112-QĐ/HU")}
          {otherDay("decidedOn", "Ngày quyết định")}
          {day("Công nhận từ ngày", facts.probationEnd ?? "")}
        </>
      );
    case "decisionRevoked":
      return (
        <>
          {number("Số quyết định hủy", "5-QĐ/HU")}
          {day("Ngày hủy")}
          <TextInput name="reason" label="Lý do" optional />
        </>
      );
    default:
      return null;
  }
}
