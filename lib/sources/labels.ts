import { typeLabel } from "@/lib/organisation/labels";
import { occupationLabel, sexLabel } from "@/lib/people/labels";
import { sourceLabel } from "@/lib/pipeline/labels/words";
import { formatDay } from "@/lib/shared/days";
import { fold } from "@/lib/shared/vietnamese";
import type { UnionOptions } from "./rules/options";
import type { OutstandingFinding, TitleState } from "./rules/outstanding";
import type { ProgrammeGroup } from "./rules/programme";
import type { Rating, RatingFinding } from "./rules/rating";
import type { ReferralFinding, ReferralState } from "./rules/referral";
import { BLOCS, type Bloc, LEVELS, type Level } from "./rules/tree";

export function levelLabel(level: Level): string {
  switch (level) {
    case "PROVINCE":
      return "Tỉnh đoàn";
    case "DISTRICT":
      return "Cấp huyện";
    case "DIRECT":
      return "Đoàn trực thuộc";
    case "BASE":
      return "Đoàn cơ sở";
    case "CHAPTER":
      return "Chi đoàn";
  }
}

export function blocLabel(bloc: Bloc): string {
  switch (bloc) {
    case "RESIDENTIAL":
      return "Khu dân cư";
    case "SCHOOL":
      return "Trường học";
    case "EMPLOYEE":
      return "Công chức, viên chức, lao động";
    case "ARMED_FORCES":
      return "Lực lượng vũ trang";
  }
}

const OTHER_LEVELS: Record<string, Level> = {
  "thanh doan": "PROVINCE",
  "huyen doan": "DISTRICT",
  "cap tren truc tiep": "DISTRICT",
  "doan xa": "BASE",
};

export function parseLevel(text: string): Level | null {
  const word = fold(text);
  return LEVELS.find((level) => fold(levelLabel(level)) === word) ?? OTHER_LEVELS[word] ?? null;
}

const OTHER_BLOCS: Record<string, Bloc> = {
  "dia ban dan cu": "RESIDENTIAL",
  "dan cu": "RESIDENTIAL",
  "cong chuc vien chuc lao dong": "EMPLOYEE",
  "cong nhan, vien chuc, lao dong": "EMPLOYEE",
};

export function parseBloc(text: string): Bloc | null {
  const word = fold(text);
  return BLOCS.find((bloc) => fold(blocLabel(bloc)) === word) ?? OTHER_BLOCS[word] ?? null;
}

export function ratingLabel(rating: Rating): string {
  switch (rating) {
    case "EXCELLENT":
      return "Hoàn thành xuất sắc nhiệm vụ";
    case "GOOD":
      return "Hoàn thành tốt nhiệm vụ";
    case "COMPLETED":
      return "Hoàn thành nhiệm vụ";
    case "FAILED":
      return "Không hoàn thành nhiệm vụ";
  }
}

/** As the Union's own forms write it in a narrow column. */
export function ratingShort(rating: Rating): string {
  switch (rating) {
    case "EXCELLENT":
      return "HTXSNV";
    case "GOOD":
      return "HTTNV";
    case "COMPLETED":
      return "HTNV";
    case "FAILED":
      return "KHTNV";
  }
}

export function titleLabel(state: Exclude<TitleState, null>): string {
  switch (state) {
    case "new":
      return "Đoàn viên ưu tú";
    case "renewed":
      return "Đoàn viên ưu tú, công nhận tiếp";
    case "lapsed":
      return "Thôi công nhận ưu tú";
    case "open":
      return "Ưu tú năm trước, chưa xếp loại";
  }
}

export function referralStateLabel(state: ReferralState): string {
  switch (state) {
    case "waiting":
      return "Chờ tiếp nhận";
    case "takenUp":
      return "Đã tiếp nhận";
    case "returned":
      return "Trả lại";
    case "lapsed":
      return "Hết hiệu lực";
  }
}

/** A stage of the candidacy, as whoever introduced the person reads it. */
export function progressLabel(stage: string): string {
  switch (stage) {
    case "introduced":
      return "Đã được giới thiệu";
    case "sympathiser":
      return "Vào diện cảm tình Đảng";
    case "certified":
      return "Học xong lớp nhận thức về Đảng";
    case "applied":
      return "Đã viết đơn";
    case "cellResolved":
      return "Chi bộ đã xét";
    case "decided":
      return "Có quyết định kết nạp";
    case "admitted":
      return "Đã kết nạp";
    case "recognised":
      return "Công nhận chính thức";
    case "revoked":
      return "Quyết định bị hủy";
    default:
      return "Đã kết thúc";
  }
}

export function ratingSentence({ is, name = "", most = 0, chosen = 0 }: RatingFinding): string {
  switch (is) {
    case "partyMemberRated":
      return `${name} là đảng viên, không xếp loại đoàn viên; hãy chỉ ghi điểm rèn luyện.`;
    case "activeTooShort":
      return `${name} sinh hoạt ở chi đoàn dưới 6 tháng; cần nhận xét của chi đoàn cũ.`;
    case "excellentLimit":
      return `Được xếp nhiều nhất ${most} đoàn viên HTXSNV, đang chọn ${chosen}.`;
    case "changedMeanwhile":
      return "Xếp loại vừa được người khác sửa. Hãy tải lại trang rồi nhập lại.";
  }
}

export function outstandingSentence({ is, name = "", most = 0, chosen = 0 }: OutstandingFinding): string {
  switch (is) {
    case "notExcellent":
      return `${name} không được xếp loại HTXSNV nên không bình chọn ưu tú.`;
    case "halfNotReached":
      return `${name} chưa được quá nửa số đồng chí có mặt tán thành.`;
    case "moreThanPresent":
      return `${name}: số tán thành nhiều hơn số có mặt.`;
    case "limitExceeded":
      return `Được chọn nhiều nhất ${most} đoàn viên ưu tú, đang chọn ${chosen}.`;
    case "votedInFuture":
      return "Ngày họp còn ở sau hôm nay.";
  }
}

export function referralSentence({ is, name = "", unitName }: ReferralFinding): string {
  switch (is) {
    case "dayInFuture":
      return "Ngày ghi phải từ ngày giới thiệu đến hôm nay.";
    case "alreadyIntroduced":
      return `${name} đã được giới thiệu và chưa bị trả lại.`;
    case "notOutstanding":
      return `${name} chưa được công nhận đoàn viên ưu tú.`;
    case "partyMemberAlready":
      return `${name} đã là đảng viên.`;
    case "notWaiting":
      return "Giới thiệu này không còn chờ tiếp nhận.";
    case "samePerson":
      return `${name} có thể đã có hồ sơ${unitName ? ` ở ${unitName}` : ""}.`;
    case "sameNumber":
      return `Số định danh của ${name} đã có hồ sơ${unitName ? ` ở ${unitName}` : " ở nơi khác"}.`;
    case "changedMeanwhile":
      return "Giới thiệu vừa được người khác sửa. Hãy tải lại trang.";
  }
}

export const validUntil = (day: string): string => `có hiệu lực đến ${formatDay(day)}`;

/** Who belongs to a programme, in plain words, one condition a line. */
export function programmeWords({ rule, from, to }: ProgrammeGroup): string[] {
  const or = (words: readonly string[]) => words.join("; hoặc ");
  const ageDay = rule.ageOn === "asOf" ? "tính đến ngày xem" : "vào ngày được giới thiệu";
  return [
    to === null
      ? `Được giới thiệu từ ngày ${formatDay(from)}`
      : `Được giới thiệu từ ngày ${formatDay(from)} đến hết ngày ${formatDay(to)}`,
    rule.occupations.length > 0 && `Nghề nghiệp: ${or(rule.occupations.map(occupationLabel))}`,
    ageWords(rule) && `${ageWords(rule)} ${ageDay}`,
    rule.types.length > 0 && `Ở chi bộ thuộc loại hình: ${or(rule.types.map(typeLabel))}`,
    rule.sources.length > 0 && `Do giới thiệu của: ${or(rule.sources.map(sourceLabel))}`,
    rule.sex !== null && `Giới tính: ${sexLabel(rule.sex)}`,
    rule.unionMember !== null && (rule.unionMember ? "Là đoàn viên" : "Không phải đoàn viên"),
  ].filter((words) => words !== false && words !== null);
}

function ageWords({ ageFrom, ageTo }: ProgrammeGroup["rule"]): string | null {
  if (ageFrom !== null && ageFrom === ageTo) return `${ageFrom} tuổi tròn`;
  if (ageFrom !== null && ageTo !== null) return `Từ ${ageFrom} đến ${ageTo} tuổi tròn`;
  if (ageFrom !== null) return `Từ ${ageFrom} tuổi tròn trở lên`;
  return ageTo === null ? null : `Đến ${ageTo} tuổi tròn`;
}

/** How much a limit allows, in words. */
export function limitWords(of: keyof UnionOptions, percent: number | null): string {
  if (percent === null) return "không giới hạn";
  const among = of === "excellentPercent" ? "số được xếp loại" : "số hoàn thành xuất sắc nhiệm vụ";
  return `nhiều nhất ${String(percent).replace(".", ",")} % ${among}`;
}
