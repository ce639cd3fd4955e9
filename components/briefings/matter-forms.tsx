"use client";

import { useActionState, useId } from "react";
import { DayInput, Select, TextArea, TextInput } from "@/components/ui/inputs";
import { Refusals } from "@/components/ui/refusals";
import { RequestKey } from "@/components/ui/request-key";
import { SubmitButton } from "@/components/ui/submit-button";
import {
  agreeCommitment,
  raiseDifficulty,
  reviewCommitmentAt,
  settleDifficulty,
} from "@/lib/briefings/actions/briefings";
import { briefingFindingText, doerLabel, outcomeLabel, topicLabel } from "@/lib/briefings/labels";
import {
  type Briefing,
  type BriefingFinding,
  type Commitment,
  type Difficulty,
  DOERS,
  type NamedUnit,
  OUTCOMES,
  TOPICS,
} from "@/lib/briefings/rules/briefing";
import { type FormState, initialFormState } from "@/lib/shared/form-state";

type OnBriefing = { briefing: Briefing; beneath: readonly NamedUnit[] };
type State = FormState<BriefingFinding>;

const unitChoices = (units: readonly NamedUnit[]) =>
  units.map(({ code, name }) => ({ value: code, label: name }));

/** What a unit told that it finds difficult. */
export function DifficultyForm({ briefing, beneath }: OnBriefing) {
  const id = useId();
  const [state, send] = useActionState<State, FormData>(raiseDifficulty, initialFormState);
  const values = state.values as Record<string, string>;
  return (
    <form action={send} noValidate>
      <Refusals state={state} words={briefingFindingText} />
      <RequestKey key={JSON.stringify(values)} />
      <input type="hidden" name="briefingId" value={briefing.id} />
      <div key={JSON.stringify(values)} className="grid gap-4 phone:grid-cols-2">
        <Select
          name="unit"
          id={`${id}-unit`}
          label="Đơn vị nêu"
          choices={unitChoices(beneath)}
          empty="Chọn đơn vị"
          defaultValue={values.unit ?? ""}
          errors={state.fieldErrors.unit}
        />
        <Select
          name="topic"
          id={`${id}-topic`}
          label="Loại khó khăn"
          choices={TOPICS.map((topic) => ({ value: topic, label: topicLabel(topic) }))}
          empty="Chọn loại"
          defaultValue={values.topic ?? ""}
          errors={state.fieldErrors.topic}
        />
        <TextArea
          rows={2}
          name="words"
          id={`${id}-words`}
          label="Khó khăn"
          hint="Không ghi tên người."
          fieldClassName="phone:col-span-2"
          defaultValue={values.words ?? ""}
          errors={state.fieldErrors.words}
        />
      </div>
      <SubmitButton className="mt-4" look="panel">
        Ghi khó khăn
      </SubmitButton>
    </form>
  );
}

/** What was agreed, by whom, by when. */
export function CommitmentForm({ briefing, beneath }: OnBriefing) {
  const id = useId();
  const [state, send] = useActionState<State, FormData>(agreeCommitment, initialFormState);
  const values = state.values as Record<string, string>;
  return (
    <form action={send} noValidate>
      <Refusals state={state} words={briefingFindingText} />
      <RequestKey key={JSON.stringify(values)} />
      <input type="hidden" name="briefingId" value={briefing.id} />
      <div key={JSON.stringify(values)} className="grid gap-4 phone:grid-cols-3">
        <Select
          name="unit"
          id={`${id}-unit`}
          label="Việc của đơn vị"
          choices={[
            ...unitChoices(beneath),
            { value: briefing.unit.code, label: `Chung: ${briefing.unit.name}` },
          ]}
          empty="Chọn đơn vị"
          defaultValue={values.unit ?? ""}
          errors={state.fieldErrors.unit}
        />
        <Select
          name="doer"
          id={`${id}-doer`}
          label="Ai làm"
          choices={DOERS.map((doer) => ({ value: doer, label: doerLabel(doer) }))}
          defaultValue={values.doer ?? "unit"}
          errors={state.fieldErrors.doer}
        />
        <DayInput
          name="dueOn"
          id={`${id}-dueOn`}
          label="Hạn"
          defaultValue={values.dueOn ?? ""}
          errors={state.fieldErrors.dueOn}
        />
        <TextArea
          rows={2}
          name="words"
          id={`${id}-words`}
          label="Việc thống nhất"
          hint="Không ghi tên người vào Đảng."
          fieldClassName="phone:col-span-3"
          defaultValue={values.words ?? ""}
          errors={state.fieldErrors.words}
        />
      </div>
      <SubmitButton className="mt-4" look="panel">
        Ghi việc thống nhất
      </SubmitButton>
    </form>
  );
}

/** What this briefing found of something agreed earlier. */
export function ReviewForm({ briefing, commitment }: { briefing: Briefing; commitment: Commitment }) {
  const id = useId();
  const [state, send] = useActionState<State, FormData>(reviewCommitmentAt, initialFormState);
  const values = state.values as Record<string, string>;
  const of = commitment.words;
  return (
    <form action={send} noValidate className="mt-3">
      <Refusals state={state} words={briefingFindingText} />
      <RequestKey key={JSON.stringify(values)} />
      <input type="hidden" name="briefingId" value={briefing.id} />
      <input type="hidden" name="commitmentId" value={commitment.id} />
      <input type="hidden" name="version" value={commitment.version} />
      <div key={JSON.stringify(values)} className="grid gap-4 phone:grid-cols-3">
        <Select
          name="outcome"
          id={`${id}-outcome`}
          label="Kết quả"
          of={of}
          choices={OUTCOMES.map((outcome) => ({ value: outcome, label: outcomeLabel(outcome) }))}
          empty="Chưa xét"
          defaultValue={values.outcome ?? ""}
          errors={state.fieldErrors.outcome}
        />
        <DayInput
          name="dueOn"
          id={`${id}-dueOn`}
          label="Hạn mới, nếu chuyển tiếp"
          of={of}
          defaultValue={values.dueOn ?? ""}
          errors={state.fieldErrors.dueOn}
        />
        <TextInput
          name="note"
          id={`${id}-note`}
          label="Ghi chú"
          of={of}
          defaultValue={values.note ?? ""}
          errors={state.fieldErrors.note}
        />
      </div>
      <SubmitButton className="mt-4" look="panel">
        Ghi kết quả<span className="sr-only">: {of}</span>
      </SubmitButton>
    </form>
  );
}

/** The committee says that a difficulty is settled. */
export function SettleForm({ difficulty: { id, version, words } }: { difficulty: Difficulty }) {
  const [state, send] = useActionState<State, FormData>(settleDifficulty, initialFormState);
  return (
    <form action={send}>
      <Refusals state={state} words={briefingFindingText} />
      <RequestKey key={JSON.stringify(state.findings)} />
      <input type="hidden" name="difficultyId" value={id} />
      <input type="hidden" name="version" value={version} />
      <SubmitButton look="panel">
        Đã tháo gỡ<span className="sr-only">: {words}</span>
      </SubmitButton>
    </form>
  );
}
