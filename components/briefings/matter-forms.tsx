"use client";

import { AnsweredForm } from "@/components/ui/answered-form";
import { DayInput, Select, TextArea, TextInput } from "@/components/ui/inputs";
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
  type Commitment,
  type Difficulty,
  DOERS,
  type NamedUnit,
  OUTCOMES,
  TOPICS,
} from "@/lib/briefings/rules/briefing";

type OnBriefing = { briefing: Briefing; beneath: readonly NamedUnit[] };

const unitChoices = (units: readonly NamedUnit[]) =>
  units.map(({ code, name }) => ({ value: code, label: name }));

/** What a unit told that it finds difficult. */
export function DifficultyForm({ briefing, beneath }: OnBriefing) {
  return (
    <AnsweredForm action={raiseDifficulty} words={briefingFindingText} hidden={{ briefingId: briefing.id }}>
      <div className="grid gap-4 phone:grid-cols-2">
        <Select name="unit" label="Đơn vị nêu" choices={unitChoices(beneath)} empty="Chọn đơn vị" />
        <Select
          name="topic"
          label="Loại khó khăn"
          choices={TOPICS.map((topic) => ({ value: topic, label: topicLabel(topic) }))}
          empty="Chọn loại"
        />
        <TextArea
          rows={2}
          name="words"
          label="Khó khăn"
          hint="Không ghi tên người."
          fieldClassName="phone:col-span-2"
        />
      </div>
      <SubmitButton className="mt-4" look="panel">
        Ghi khó khăn
      </SubmitButton>
    </AnsweredForm>
  );
}

/** What was agreed, by whom, by when. */
export function CommitmentForm({ briefing, beneath }: OnBriefing) {
  return (
    <AnsweredForm action={agreeCommitment} words={briefingFindingText} hidden={{ briefingId: briefing.id }}>
      <div className="grid gap-4 phone:grid-cols-3">
        <Select
          name="unit"
          label="Việc của đơn vị"
          choices={[
            ...unitChoices(beneath),
            { value: briefing.unit.code, label: `Chung: ${briefing.unit.name}` },
          ]}
          empty="Chọn đơn vị"
        />
        <Select
          name="doer"
          label="Ai làm"
          choices={DOERS.map((doer) => ({ value: doer, label: doerLabel(doer) }))}
          defaultValue="unit"
        />
        <DayInput name="dueOn" label="Hạn" />
        <TextArea
          rows={2}
          name="words"
          label="Việc thống nhất"
          hint="Không ghi tên người vào Đảng."
          fieldClassName="phone:col-span-3"
        />
      </div>
      <SubmitButton className="mt-4" look="panel">
        Ghi việc thống nhất
      </SubmitButton>
    </AnsweredForm>
  );
}

/** What this briefing found of something agreed earlier. */
export function ReviewForm({ briefing, commitment }: { briefing: Briefing; commitment: Commitment }) {
  const of = commitment.words;
  return (
    <AnsweredForm
      action={reviewCommitmentAt}
      words={briefingFindingText}
      hidden={{ briefingId: briefing.id, commitmentId: commitment.id, version: commitment.version }}
      of={of}
      className="mt-3"
    >
      <div className="grid gap-4 phone:grid-cols-3">
        <Select
          name="outcome"
          label="Kết quả"
          choices={OUTCOMES.map((outcome) => ({ value: outcome, label: outcomeLabel(outcome) }))}
          empty="Chưa xét"
        />
        <DayInput name="dueOn" label="Hạn mới, nếu chuyển tiếp" />
        <TextInput name="note" label="Ghi chú" />
      </div>
      <SubmitButton className="mt-4" look="panel">
        Ghi kết quả<span className="sr-only">: {of}</span>
      </SubmitButton>
    </AnsweredForm>
  );
}

/** The committee says that a difficulty is settled. */
export function SettleForm({ difficulty: { id, version, words } }: { difficulty: Difficulty }) {
  return (
    <AnsweredForm
      action={settleDifficulty}
      words={briefingFindingText}
      hidden={{ difficultyId: id, version }}
    >
      <SubmitButton look="panel">
        Đã tháo gỡ<span className="sr-only">: {words}</span>
      </SubmitButton>
    </AnsweredForm>
  );
}
