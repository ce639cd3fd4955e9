import { fold } from "@/lib/shared/vietnamese";
import {
  EDUCATIONS,
  type Education,
  OCCUPATIONS,
  type Occupation,
  type PoliticalTheory,
  PROFESSIONS,
  type Profession,
  RELIGIONS,
  type Religion,
  type Sex,
  THEORIES,
} from "./rules";

/** The 54 groups of the General Statistics Office (121-TCTK/PPCĐ), by code. */
export const ETHNICITIES: Readonly<Record<string, string>> = Object.fromEntries(
  "Kinh|Tày|Thái|Hoa|Khơ-me|Mường|Nùng|Hmông|Dao|Gia-rai|Ngái|Ê-đê|Ba-na|Xơ-đăng|Sán Chay|Cơ-ho|Chăm|Sán Dìu|Hrê|Mnông|Ra-glai|Xtiêng|Bru-Vân Kiều|Thổ|Giáy|Cơ-tu|Gié-Triêng|Mạ|Khơ-mú|Co|Ta-ôi|Chơ-ro|Kháng|Xinh-mun|Hà Nhì|Chu-ru|Lào|La Chí|La Ha|Phù Lá|La Hủ|Lự|Lô Lô|Chứt|Mảng|Pà Thẻn|Cơ Lao|Cống|Bố Y|Si La|Pu Péo|Brâu|Ơ-đu|Rơ-măm"
    .split("|")
    .map((name, place) => [String(place + 1).padStart(2, "0"), name]),
);

const OTHER_ETHNICITY_WORDS: Record<string, string> = {
  viet: "01",
  han: "04",
  khmer: "05",
  khome: "05",
  meo: "08",
  mong: "08",
  "h mong": "08",
  "h'mong": "08",
  jarai: "10",
  jrai: "10",
  giarai: "10",
  ede: "12",
  rhade: "12",
  bahnar: "13",
  sedang: "14",
  xodang: "14",
  "cao lan": "15",
  koho: "16",
  kho: "16",
  cham: "17",
  mnong: "20",
  "m nong": "20",
  raglai: "21",
  stieng: "22",
  "van kieu": "23",
  bru: "23",
  "pa co": "31",
  "pa ko": "31",
};

export const ethnicityLabel = (code: string | null): string =>
  code === null ? "Chưa rõ" : (ETHNICITIES[code] ?? "Khác");

export function sexLabel(sex: Sex | null): string {
  return sex === null ? "Chưa rõ" : sex === "male" ? "Nam" : "Nữ";
}

export function religionLabel(religion: Religion | null): string {
  switch (religion) {
    case null:
      return "Chưa rõ";
    case "none":
      return "Không";
    case "buddhism":
      return "Phật giáo";
    case "catholicism":
      return "Công giáo";
    case "protestantism":
      return "Tin lành";
    case "caodai":
      return "Cao Đài";
    case "hoahao":
      return "Phật giáo Hòa Hảo";
    case "islam":
      return "Hồi giáo";
    case "other":
      return "Khác";
  }
}

/** The groups of Biểu số 2-BTCTW, to the letter. */
export function occupationLabel(occupation: Occupation | null): string {
  switch (occupation) {
    case null:
      return "Chưa rõ";
    case "1":
      return "Cán bộ, công chức cơ quan Nhà nước tính từ cấp huyện trở lên";
    case "2":
      return "Cán bộ, công chức cơ quan Đảng, MTTQ, đoàn thể chính trị – xã hội tính từ cấp huyện trở lên";
    case "3":
      return "Cán bộ, công chức; người hoạt động không chuyên trách ở xã, phường, thị trấn";
    case "4":
      return "Người hoạt động không chuyên trách thôn, tổ dân phố, bản (ấp, khóm)";
    case "5":
      return "Viên chức trong các đơn vị sự nghiệp công lập";
    case "6":
      return "Người lao động trong các đơn vị sự nghiệp ngoài công lập";
    case "7a":
      return "Người lãnh đạo, quản lý doanh nghiệp";
    case "7b":
      return "Nhân viên, người gián tiếp sản xuất trong doanh nghiệp";
    case "7c":
      return "Công nhân, lao động trực tiếp sản xuất";
    case "8":
      return "Người làm nông, lâm, ngư nghiệp";
    case "9":
      return "Sỹ quan, chiến sỹ quân đội và công an";
    case "10":
      return "Sinh viên";
    case "11":
      return "Học sinh";
    case "12":
      return "Khác (lao động hợp đồng, tự do…)";
  }
}

export function educationLabel(education: Education | null): string {
  switch (education) {
    case null:
      return "Chưa rõ";
    case "literate":
      return "Biết đọc, biết viết";
    case "primary":
      return "Tiểu học";
    case "lowerSecondaryCompleted":
      return "Học hết THCS, chưa có bằng";
    case "lowerSecondary":
      return "THCS";
    case "upperSecondary":
      return "THPT";
  }
}

export function professionLabel(profession: Profession | null): string {
  switch (profession) {
    case null:
      return "Chưa rõ";
    case "basic":
      return "Sơ cấp";
    case "intermediate":
      return "Trung cấp";
    case "college":
      return "Cao đẳng";
    case "university":
      return "Đại học";
    case "master":
      return "Thạc sĩ";
    case "doctor":
      return "Tiến sĩ";
  }
}

export function theoryLabel(theory: PoliticalTheory | null): string {
  switch (theory) {
    case null:
      return "Chưa rõ";
    case "none":
      return "Chưa qua";
    case "elementary":
      return "Sơ cấp";
    case "intermediate":
      return "Trung cấp";
    case "advanced":
      return "Cao cấp";
  }
}

/** Word by word without accents, hyphens and dots: how code words of a file are compared. */
const key = (text: string): string =>
  fold(text)
    .replace(/[-–.,;/()…]/g, " ")
    .replace(/ +/g, " ")
    .trim();

/** A parser of one list: the label, its code and the usual other spellings; null when unknown. */
function parserOf<Code extends string>(
  codes: readonly Code[],
  label: (code: Code) => string,
  others: Record<string, Code> = {},
) {
  const known = new Map<string, Code>();
  for (const code of codes) {
    known.set(key(label(code)), code);
    known.set(key(label(code)).replaceAll(" ", ""), code);
    known.set(code.toLowerCase(), code);
  }
  for (const [word, code] of Object.entries(others)) known.set(key(word), code);
  return (text: string): Code | null =>
    known.get(key(text)) ?? known.get(key(text).replaceAll(" ", "")) ?? null;
}

export const parseSex = parserOf<Sex>(["male", "female"], sexLabel, { m: "male", f: "female", nu: "female" });

export const parseEthnicity = parserOf(Object.keys(ETHNICITIES), ethnicityLabel, OTHER_ETHNICITY_WORDS);

export const parseReligion = parserOf<Religion>(RELIGIONS, religionLabel, {
  "khong ton giao": "none",
  "khong co": "none",
  phat: "buddhism",
  "dao phat": "buddhism",
  "thien chua giao": "catholicism",
  "thien chua": "catholicism",
  "dao cong giao": "catholicism",
  "tin lanh viet nam": "protestantism",
  "dao cao dai": "caodai",
  "hoa hao": "hoahao",
  "dao hoi": "islam",
  hoi: "islam",
});

export const parseOccupation = parserOf<Occupation>(OCCUPATIONS, occupationLabel, {
  "sinh vien": "10",
  "hoc sinh": "11",
  khac: "12",
  "cong nhan": "7c",
  "nong dan": "8",
  "vien chuc": "5",
  "lam nong lam ngu nghiep": "8",
  "nhan vien nguoi gian tiep san xuat": "7b",
  "luc luong vu trang": "9",
  "lao dong tu do": "12",
});

export const parseEducation = parserOf<Education>(EDUCATIONS, educationLabel, {
  "biet doc biet viet": "literate",
  "biet doc biet viet chu quoc ngu": "literate",
  "trung hoc co so": "lowerSecondary",
  "cap 1": "primary",
  "cap 2": "lowerSecondary",
  "cap 3": "upperSecondary",
  "trung hoc pho thong": "upperSecondary",
  "12/12": "upperSecondary",
  "9/12": "lowerSecondary",
});

export const parseProfession = parserOf<Profession>(PROFESSIONS, professionLabel, {
  "cong nhan ky thuat": "basic",
  "trung cap chuyen nghiep": "intermediate",
  tc: "intermediate",
  cd: "college",
  dh: "university",
  "cu nhan": "university",
  "ky su": "university",
  "thac sy": "master",
  ths: "master",
  "tien sy": "doctor",
  ts: "doctor",
});

export const parseTheory = parserOf<PoliticalTheory>(THEORIES, theoryLabel, {
  chua: "none",
  khong: "none",
  "cu nhan": "advanced",
  "cao cap cu nhan": "advanced",
});
