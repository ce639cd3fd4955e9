import { z } from "zod";
import { dayField, optionalDay } from "@/lib/shared/fields";
import { SOURCES } from "../labels/words";
import { TRANSFER_LETTERS } from "../rules/step";
import { candidateId, optionalText, text, yesNo } from "./fields";
import { personFields } from "./person";

const entry = {
  cell: z.string().min(1, "Chi bộ: hãy chọn chi bộ."),
  source: z.enum(SOURCES, "Nguồn giới thiệu: hãy chọn."),
  introducedOn: dayField("Ngày giới thiệu"),
  documentNumber: optionalText,
  readmission: yesNo.transform((yes) => yes === true),
};

/** Somebody whom a cell starts to follow. */
export const newCandidateSchema = z.object({
  ...personFields,
  ...entry,
  otherPerson: yesNo.transform((yes) => yes === true),
});

/** Somebody who comes from outside the tree, with what was done there. */
export const arrivalSchema = z.object({
  ...personFields,
  ...entry,
  otherPerson: yesNo.transform((yes) => yes === true),
  from: text("Nơi chuyển đi", "Đảng bộ phường 3, thành phố Đà Nẵng"),
  letter: z.enum(TRANSFER_LETTERS, "Giấy tờ đi kèm: hãy chọn."),
  letterNumber: text("Số giấy", "14-CV/ĐU"),
  letterOn: dayField("Ngày giấy giới thiệu"),
  movedOn: dayField("Ngày chuyển công tác, học tập, cư trú"),
  sympathiserOn: optionalDay("Ngày vào diện cảm tình"),
  certifiedOn: optionalDay("Ngày giấy chứng nhận lớp nhận thức"),
  certificateNumber: optionalText,
  appliedOn: optionalDay("Ngày viết đơn"),
  cvDeclaredOn: optionalDay("Ngày khai lý lịch"),
  cellResolvedOn: optionalDay("Ngày nghị quyết chi bộ"),
  baseResolvedOn: optionalDay("Ngày nghị quyết đảng ủy cơ sở"),
  submittedOn: optionalDay("Ngày trình"),
  decidedOn: optionalDay("Ngày quyết định kết nạp"),
  decisionNumber: optionalText,
  admittedOn: optionalDay("Ngày lễ kết nạp"),
});
export type ArrivalInput = z.output<typeof arrivalSchema>;

/** A new dossier of the same person. */
export const againSchema = z.object({ ...entry, candidateId });
