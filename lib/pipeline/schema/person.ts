import { z } from "zod";
import { ETHNICITIES } from "@/lib/people/labels";
import { EDUCATIONS, OCCUPATIONS, PROFESSIONS, RELIGIONS, THEORIES } from "@/lib/people/rules";
import { parseDay } from "@/lib/shared/days";
import { typedText } from "@/lib/shared/fields";
import { candidateId, choice, version, yesNo } from "./fields";

/** What is typed of a person. A bare birth year is allowed. */
export const personFields = {
  name: typedText.pipe(
    z.string().regex(/^[\p{L}\p{M}'’ʼ.\- ]{2,120}$/u, "Họ và tên: hãy ghi đủ họ và tên, chỉ dùng chữ."),
  ),
  birth: z
    .string()
    .default("")
    .transform((typed, context) => {
      const bare = /^\s*(\d{4})\s*$/.exec(typed)?.[1];
      const day = bare ? null : parseDay(typed);
      if (!bare && day === null)
        context.addIssue(
          typed.trim() === ""
            ? "Ngày sinh: hãy ghi ngày, ví dụ 12/08/1998, hoặc riêng năm."
            : `Ngày sinh: không có ngày ${typed.trim()}.`,
        );
      const birthYear = Number(bare ?? day?.slice(0, 4) ?? 0);
      if (birthYear !== 0 && birthYear < 1900) context.addIssue(`Ngày sinh: năm ${birthYear} không đúng.`);
      return { birthDate: day, birthYear };
    }),
  sex: z.enum(["male", "female"], "Giới tính: hãy chọn Nam hoặc Nữ."),
  ethnicity: choice(Object.keys(ETHNICITIES)),
  religion: choice(RELIGIONS),
  citizenNumber: z
    .string()
    .default("")
    .transform((typed) => typed.replace(/[\s.]/g, ""))
    .pipe(z.string().regex(/^(\d{12})?$/, "Số định danh: cần đủ 12 chữ số, hoặc để trống."))
    .transform((typed) => typed || null),
  occupation: choice(OCCUPATIONS),
  education: choice(EDUCATIONS),
  profession: choice(PROFESSIONS),
  politicalTheory: choice(THEORIES),
  unionMember: yesNo,
  privateOwner: yesNo,
  foreignSpouse: yesNo,
  religiousDignitary: yesNo,
};

const personObject = z.object(personFields);
export type PersonFields = z.output<typeof personObject>;
export type PersonInput = Omit<PersonFields, "birth"> & PersonFields["birth"];

export const personInput = ({ birth, ...rest }: PersonFields): PersonInput => ({ ...rest, ...birth });

export const editPersonSchema = z.object({ ...personFields, candidateId, version });

/** Which candidate; nothing else is asked. */
export const candidateIdSchema = z.object({ candidateId });
