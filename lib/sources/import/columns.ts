import { type ImportColumn, YES_NO } from "@/lib/imports/kind";
import { sexLabel } from "@/lib/people/labels";
import { ratingShort } from "../labels";
import { RATINGS } from "../rules/rating";

export const MEMBER_COLUMNS = [
  { key: "unionUnit", header: "Mã tổ chức đoàn", required: true, example: "QT-GL-01-01" },
  { key: "name", header: "Họ và tên", required: true, example: "Nguyễn Thị Minh Họa" },
  { key: "birth", header: "Ngày sinh", required: true, example: "12/08/2003" },
  {
    key: "sex",
    header: "Giới tính",
    required: true,
    example: "Nữ",
    choices: [sexLabel("male"), sexLabel("female")],
  },
  { key: "citizen", header: "Số định danh", example: "045303000001" },
  { key: "joined", header: "Ngày vào Đoàn", example: "26/03/2019" },
  { key: "party", header: "Là đảng viên", example: "không", choices: YES_NO },
  { key: "year", header: "Năm xếp loại", example: "2022" },
  {
    key: "rating",
    header: "Xếp loại",
    example: "HTXSNV",
    help: "HTXSNV, HTTNV, HTNV, KHTNV hoặc ghi đủ chữ",
    choices: RATINGS.map(ratingShort),
  },
  { key: "outstanding", header: "Đoàn viên ưu tú", example: "có", choices: YES_NO },
  { key: "referred", header: "Ngày giới thiệu cho Đảng", example: "20/10/2022" },
  { key: "cell", header: "Mã chi bộ nhận giới thiệu", example: "GIOMY-01" },
] as const satisfies readonly ImportColumn[];
