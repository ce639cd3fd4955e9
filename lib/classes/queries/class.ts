import "server-only";
import { notFound } from "next/navigation";
import { logRead } from "@/lib/access/audit";
import { withScope } from "@/lib/access/gate";
import type { PlainDate } from "@/lib/shared/days";
import { type Ratio, ratio } from "@/lib/shared/ratio";
import { findClass, type TrainingClass } from "../repository/classes";
import { countAdmittedLater, type Enrolment, findEnrolments } from "../repository/enrolments";
import { passes } from "../rules/enrolment";

/** A class with everybody of it. */
export type ClassPage = Omit<TrainingClass, "unit"> & {
  unit: { code: string; name: string };
  people: Enrolment[];
  /** What became of those certified by an awareness class; null before there are any. */
  later: { within12: Ratio; within24: Ratio } | null;
  today: PlainDate;
};

/** A class of an organiser in the actor's range; opening it is logged. Outside it does not exist. */
export function loadClass(id: string): Promise<ClassPage> {
  return withScope("class.hold", async (scope) => {
    const { unit, ...one } = (await findClass(scope, id)) ?? notFound();
    const people = await findEnrolments(scope, id);
    await logRead(scope, {
      action: "openClass",
      subject: "training_class",
      subjectId: id,
      unitOrd: unit.lo,
      details: { people: people.length },
    });
    const { certified, within12, within24 } = await countAdmittedLater(scope, id);
    return {
      ...one,
      unit: { code: unit.code, name: unit.name },
      people,
      later:
        one.kind === "AWARENESS" && certified > 0
          ? { within12: ratio(within12, certified), within24: ratio(within24, certified) }
          : null,
      today: scope.today,
    };
  });
}

/** Whose certificates a class gave: the candidates, by given name. */
export function loadCertified(
  id: string,
): Promise<{ kind: TrainingClass["kind"]; code: string; candidateIds: string[] }> {
  return withScope("class.hold", async (scope) => {
    const { kind, code } = (await findClass(scope, id)) ?? notFound();
    const people = await findEnrolments(scope, id);
    return {
      kind,
      code,
      candidateIds: people
        .filter(({ person, grade, certifiedOn }) => person && passes(grade) && certifiedOn)
        .map(({ candidateId }) => candidateId),
    };
  });
}
