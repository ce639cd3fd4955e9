"use client";

import { AnsweredForm } from "@/components/ui/answered-form";
import { Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import { planClass } from "@/lib/classes/actions";
import { classFindingText, classKindWords } from "@/lib/classes/labels";
import type { PlanPage } from "@/lib/classes/queries/plan";
import type { Audience, ClassKind } from "@/lib/classes/rules/training-class";
import { PlanFields } from "./plan-fields";

type PlanFormProps = { page: PlanPage; kind: ClassKind; audience: Audience };

/** The place that an organisation's name names: "Đảng bộ xã Ea Phê" is at "Xã Ea Phê". */
function placeWords(organisation: string): string {
  const place = organisation.replace(/^(Đảng bộ|Chi bộ)\s+/, "");
  return place.charAt(0).toLocaleUpperCase("vi") + place.slice(1);
}

/** Plans the class; everybody listed is called, and their cells are asked to confirm. */
export function PlanForm({ page, kind, audience }: PlanFormProps) {
  const { unit, people, today } = page;
  const { chosen } = page;
  return (
    <AnsweredForm
      action={planClass}
      words={classFindingText}
      summary="name"
      verb="lập"
      hidden={{ unit: unit.code, kind }}
      initial={{
        ...(chosen ? { form: chosen.form, place: placeWords(chosen.place.name) } : {}),
        name: `Lớp bồi dưỡng ${classKindWords(kind)} năm ${today.slice(0, 4)}`,
        sessions: kind === "AWARENESS" ? "5" : "10",
        audience: chosen?.audience ?? audience,
      }}
    >
      {people.map(({ candidateId }) => (
        <input key={candidateId} type="hidden" name="candidate" value={candidateId} />
      ))}
      <Panel heading="Lớp">
        <PlanFields />
      </Panel>
      <Panel flush heading={`${people.length} người được gọi`} className="mt-5">
        <ul className="border-t border-line">
          {people.map(({ candidateId, name, birthYear, cell }) => (
            <li key={candidateId} className="border-b border-line px-5 py-2.5 last:border-0">
              <span className="font-semibold">{name}</span>, sinh {birthYear}
              <span className="block text-note text-ink2">{cell}</span>
            </li>
          ))}
        </ul>
      </Panel>
      <SubmitButton className="mt-5" pending="Đang lập…">
        {`Lập lớp và gọi ${people.length} người`}
      </SubmitButton>
    </AnsweredForm>
  );
}
