"use client";

import { useActionState } from "react";
import { RequestKey } from "@/components/ui/request-key";
import { SubmitButton } from "@/components/ui/submit-button";
import {
  agreeCommitment,
  raiseDifficulty,
  reviewCommitmentAt,
  settleDifficulty,
} from "@/lib/briefings/actions/briefings";
import { doerLabel, outcomeLabel, topicLabel } from "@/lib/briefings/labels";
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
import { OwnDay, OwnSelect, OwnText, OwnTextArea } from "./fields";
import { BriefingRefusals } from "./refusals";

type OnBriefing = { briefing: Briefing; beneath: readonly NamedUnit[] };
type State = FormState<BriefingFinding>;

const unitChoices = (units: readonly NamedUnit[]) =>
  units.map(({ code, name }) => ({ value: code, label: name }));

/** What a unit told that it finds difficult. */
export function DifficultyForm({ briefing, beneath }: OnBriefing) {
  const [state, send] = useActionState<State, FormData>(raiseDifficulty, initialFormState);
  const values = state.values as Record<string, string>;
  return (
    <form action={send} noValidate>
      <BriefingRefusals state={state} />
      <RequestKey key={JSON.stringify(values)} />
      <input type="hidden" name="briefingId" value={briefing.id} />
      <div key={JSON.stringify(values)} className="grid gap-4 phone:grid-cols-2">
        <OwnSelect
          name="unit"
          label="Đơn vị nêu"
          choices={unitChoices(beneath)}
          empty="Chọn đơn vị"
          defaultValue={values.unit ?? ""}
          errors={state.fieldErrors.unit}
        />
        <OwnSelect
          name="topic"
          label="Loại khó khăn"
          choices={TOPICS.map((topic) => ({ value: topic, label: topicLabel(topic) }))}
          empty="Chọn loại"
          defaultValue={values.topic ?? ""}
          errors={state.fieldErrors.topic}
        />
        <OwnTextArea
          name="words"
          label="Khó khăn"
          hint="Không ghi tên người."
          className="phone:col-span-2"
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
  const [state, send] = useActionState<State, FormData>(agreeCommitment, initialFormState);
  const values = state.values as Record<string, string>;
  return (
    <form action={send} noValidate>
      <BriefingRefusals state={state} />
      <RequestKey key={JSON.stringify(values)} />
      <input type="hidden" name="briefingId" value={briefing.id} />
      <div key={JSON.stringify(values)} className="grid gap-4 phone:grid-cols-3">
        <OwnSelect
          name="unit"
          label="Việc của đơn vị"
          choices={[
            ...unitChoices(beneath),
            { value: briefing.unit.code, label: `Chung: ${briefing.unit.name}` },
          ]}
          empty="Chọn đơn vị"
          defaultValue={values.unit ?? ""}
          errors={state.fieldErrors.unit}
        />
        <OwnSelect
          name="doer"
          label="Ai làm"
          choices={DOERS.map((doer) => ({ value: doer, label: doerLabel(doer) }))}
          defaultValue={values.doer ?? "unit"}
          errors={state.fieldErrors.doer}
        />
        <OwnDay name="dueOn" label="Hạn" defaultValue={values.dueOn ?? ""} errors={state.fieldErrors.dueOn} />
        <OwnTextArea
          name="words"
          label="Việc thống nhất"
          hint="Không ghi tên người vào Đảng."
          className="phone:col-span-3"
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
  const [state, send] = useActionState<State, FormData>(reviewCommitmentAt, initialFormState);
  const values = state.values as Record<string, string>;
  const of = commitment.words;
  return (
    <form action={send} noValidate className="mt-3">
      <BriefingRefusals state={state} />
      <RequestKey key={JSON.stringify(values)} />
      <input type="hidden" name="briefingId" value={briefing.id} />
      <input type="hidden" name="commitmentId" value={commitment.id} />
      <input type="hidden" name="version" value={commitment.version} />
      <div key={JSON.stringify(values)} className="grid gap-4 phone:grid-cols-3">
        <OwnSelect
          name="outcome"
          label="Kết quả"
          of={of}
          choices={OUTCOMES.map((outcome) => ({ value: outcome, label: outcomeLabel(outcome) }))}
          empty="Chưa xét"
          defaultValue={values.outcome ?? ""}
          errors={state.fieldErrors.outcome}
        />
        <OwnDay
          name="dueOn"
          label="Hạn mới, nếu chuyển tiếp"
          of={of}
          defaultValue={values.dueOn ?? ""}
          errors={state.fieldErrors.dueOn}
        />
        <OwnText
          name="note"
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
      <BriefingRefusals state={state} />
      <RequestKey key={JSON.stringify(state.findings)} />
      <input type="hidden" name="difficultyId" value={id} />
      <input type="hidden" name="version" value={version} />
      <SubmitButton look="panel">
        Đã tháo gỡ<span className="sr-only">: {words}</span>
      </SubmitButton>
    </form>
  );
}
