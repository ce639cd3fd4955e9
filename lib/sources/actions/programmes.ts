"use server";

import { defineAction, refusedWith } from "@/lib/access/action";
import { findUnitByCode, type Unit } from "@/lib/organisation/repository/units";
import {
  findOwnProgramme,
  type Programme,
  saveProgramme,
  saveProgrammeContents,
} from "../repository/programmes";
import { editProgrammeSchema, endProgrammeSchema, openProgrammeSchema } from "../schema";

const PAGES = ["/sources"];
const CHANGED = refusedWith("Chương trình vừa được người khác sửa. Hãy tải lại trang.");

/** Opens a programme of a unit, the actor's own unless told. */
export const openProgramme = defineAction<typeof openProgrammeSchema, Unit>({
  name: "openProgramme",
  permission: "programme.keep",
  schema: openProgrammeSchema,
  target: (scope, { unit }) => findUnitByCode(scope, unit || scope.actor.unit.code),
  revalidates: PAGES,
  async run({ scope, target: unit, input: { unit: _, ...contents } }) {
    const id = await saveProgramme(scope, unit.id, contents);
    return { done: { message: "Đã lập chương trình.", redirectTo: `/sources/programmes/${id}?done=opened` } };
  },
});

/** Changes name, rule and days of a programme; its figures follow at once. */
export const editProgramme = defineAction<typeof editProgrammeSchema, Programme>({
  name: "editProgramme",
  permission: "programme.keep",
  schema: editProgrammeSchema,
  target: (scope, { programmeId }) => findOwnProgramme(scope, programmeId),
  revalidates: PAGES,
  async run({ scope, target: { id }, input: { programmeId: _, version, ...contents } }) {
    if (!(await saveProgrammeContents(scope, { id }, version, contents))) return CHANGED;
    return { done: { message: "Đã ghi.", redirectTo: `/sources/programmes/${id}?done=edited` } };
  },
});

/** Ends a programme: who is introduced later belongs to it no more, who was before is followed on. */
export const endProgramme = defineAction<typeof endProgrammeSchema, Programme>({
  name: "endProgramme",
  permission: "programme.keep",
  schema: endProgrammeSchema,
  target: (scope, { programmeId }) => findOwnProgramme(scope, programmeId),
  revalidates: PAGES,
  async run({ scope, target: { id, name, rule, from }, input: { version, to } }) {
    if (to < from) return refusedWith("Ngày cuối: hãy ghi ngày không trước ngày bắt đầu.", "to");
    if (!(await saveProgrammeContents(scope, { id }, version, { name, rule, from, to }))) return CHANGED;
    return { done: { message: "Đã kết thúc.", redirectTo: `/sources/programmes/${id}?done=ended` } };
  },
});
