"use client";

import { AnsweredForm } from "@/components/ui/answered-form";
import { Select } from "@/components/ui/inputs";
import { Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import { callPeople } from "@/lib/classes/actions";
import { classFindingText } from "@/lib/classes/labels";
import type { PlanPage } from "@/lib/classes/queries/plan";
import { formatDay } from "@/lib/shared/days";

/** Calls the same people to a class that is planned already, instead of planning another. */
export function CallForm({ page: { people, classes } }: { page: PlanPage }) {
  return (
    <AnsweredForm action={callPeople} words={classFindingText} summary="classId" verb="gọi" className="mb-5">
      <Panel heading="Gọi vào lớp đã lập">
        {people.map(({ candidateId }) => (
          <input key={candidateId} type="hidden" name="candidate" value={candidateId} />
        ))}
        <div className="flex flex-wrap items-end gap-4">
          <Select
            name="classId"
            label="Lớp chưa kết thúc"
            defaultValue={classes[0]?.id ?? ""}
            choices={classes.map(({ id, name, from, learners }) => ({
              value: id,
              label: `${name}, từ ${formatDay(from)}, ${learners} học viên`,
            }))}
            fieldClassName="min-w-60 flex-1"
          />
          <SubmitButton look="panel" pending="Đang gọi…">
            {`Gọi ${people.length} người vào lớp này`}
          </SubmitButton>
        </div>
      </Panel>
    </AnsweredForm>
  );
}
