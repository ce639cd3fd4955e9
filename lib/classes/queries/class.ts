import "server-only";
import { notFound } from "next/navigation";
import { logRead } from "@/lib/access/audit";
import { withScope } from "@/lib/access/gate";
import type { PlainDate } from "@/lib/shared/days";
import { findClass, type TrainingClass } from "../repository/classes";
import { type Enrolment, findEnrolments } from "../repository/enrolments";
import { passes } from "../rules/enrolment";

/** A class with everybody of it. */
export type ClassPage = Omit<TrainingClass, "unit"> & {
  unit: { code: string; name: string };
  people: Enrolment[];
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
    return { ...one, unit: { code: unit.code, name: unit.name }, people, today: scope.today };
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
