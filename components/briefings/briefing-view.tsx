import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { DoneBar } from "@/components/ui/states";
import { outcomeLabel, topicLabel } from "@/lib/briefings/labels";
import type { BriefingPage } from "@/lib/briefings/queries/briefings";
import type { Brought, Difficulty } from "@/lib/briefings/rules/briefing";
import { formatDay } from "@/lib/shared/days";
import { formatNumber } from "@/lib/shared/ratio";
import { CommitmentWords } from "./commitment-words";
import { HoldForm } from "./hold-form";
import { CommitmentForm, DifficultyForm, ReviewForm, SettleForm } from "./matter-forms";

/** One briefing: what came back from earlier ones, what the units said, what was agreed. */
export function BriefingView({ page, done }: { page: BriefingPage; done: string | undefined }) {
  const { briefing, beneath, raised, earlier, agreed, brought, today } = page;
  const { id, unit, heldOn, place, ledBy, present } = briefing;
  const absent = beneath.filter((one) => !present.includes(one.id));
  return (
    <div className="mx-auto max-w-[1132px]">
      <PageHeading
        title={`Giao ban ngày ${formatDay(heldOn)}`}
        under={unit.name}
        back={{ href: `/briefings?unit=${encodeURIComponent(unit.code)}`, label: "Giao ban" }}
        actions={
          <>
            <ButtonLink href={`/briefings/${id}/minutes`}>Biên bản để in</ButtonLink>
            <ButtonLink href={`/briefings/${id}/word`} download>
              Tải biên bản Word
            </ButtonLink>
          </>
        }
      />
      {done && <DoneBar message={doneWords(done)} />}
      <div className="space-y-5">
        <Panel heading="Phiên họp">
          <p>
            {place}. Chủ trì: {ledBy}. {formatNumber(present.length)} trong {formatNumber(beneath.length)} đơn
            vị dự họp{absent.length > 0 && `; vắng: ${absent.map(({ name }) => name).join(", ")}`}.
          </p>
          <details className="mt-3">
            <summary className="link cursor-pointer py-2 text-staff">
              Sửa nơi họp, chủ trì, đơn vị dự họp
            </summary>
            <div className="mt-4">
              <HoldForm unit={unit.code} beneath={beneath} today={today} last={null} briefing={briefing} />
            </div>
          </details>
        </Panel>
        <Panel heading="Việc còn lại từ các phiên trước" aside={`${formatNumber(brought.length)} việc`}>
          <Lines
            none="Không còn việc nào chưa kết thúc."
            items={brought.map((one) => ({
              key: one.commitment.id,
              shown: <BroughtLine brought={one} page={page} />,
            }))}
          />
        </Panel>
        <Panel
          heading="Khó khăn còn lại từ các phiên trước"
          aside={`${formatNumber(earlier.length)} khó khăn`}
        >
          <Lines
            none="Không còn khó khăn nào chưa tháo gỡ."
            items={earlier.map((one) => ({ key: one.id, shown: <DifficultyLine difficulty={one} /> }))}
          />
        </Panel>
        <Panel heading="Khó khăn nêu tại phiên này" aside={`${formatNumber(raised.length)} khó khăn`}>
          <Lines
            none="Chưa ghi khó khăn nào."
            items={raised.map((one) => ({ key: one.id, shown: <DifficultyLine difficulty={one} /> }))}
          />
          <div className="mt-5 border-t border-line pt-4">
            <DifficultyForm briefing={briefing} beneath={beneath} />
          </div>
        </Panel>
        <Panel heading="Việc thống nhất tại phiên này" aside={`${formatNumber(agreed.length)} việc`}>
          <Lines
            none="Chưa ghi việc nào."
            items={agreed.map((one) => ({
              key: one.id,
              shown: <CommitmentWords commitment={one} today={today} />,
            }))}
          />
          <div className="mt-5 border-t border-line pt-4">
            <CommitmentForm briefing={briefing} beneath={beneath} />
          </div>
        </Panel>
      </div>
    </div>
  );
}

function Lines({ none, items }: { none: string; items: { key: string; shown: ReactNode }[] }) {
  if (items.length === 0) return <p className="text-ink2">{none}</p>;
  return (
    <ul className="divide-y divide-line">
      {items.map(({ key, shown }) => (
        <li key={key} className="py-3 first:pt-0 last:pb-0">
          {shown}
        </li>
      ))}
    </ul>
  );
}

function BroughtLine({ brought: { commitment, review }, page }: { brought: Brought; page: BriefingPage }) {
  return (
    <>
      <CommitmentWords commitment={commitment} today={page.today} />
      {review && (
        <p className="mt-1 font-medium">
          Phiên này: {outcomeLabel(review.outcome).toLowerCase()}
          {review.dueOn && ` đến ngày ${formatDay(review.dueOn)}`}
          {review.note && `. ${review.note}`}
        </p>
      )}
      {commitment.outcome === null && review === null && (
        <ReviewForm briefing={page.briefing} commitment={commitment} />
      )}
    </>
  );
}

function DifficultyLine({ difficulty }: { difficulty: Difficulty }) {
  const { unit, topic, words, raisedOn, settledOn } = difficulty;
  return (
    <div className="flex flex-wrap items-start justify-between gap-3">
      <div className="min-w-56 flex-1">
        <p>
          <strong className="font-semibold">{unit.name}</strong>: {words}
        </p>
        <p className="text-note text-ink2">
          {topicLabel(topic)}, nêu ngày {formatDay(raisedOn)}
          {settledOn && `, đã tháo gỡ ngày ${formatDay(settledOn)}`}
        </p>
      </div>
      {settledOn === null && <SettleForm difficulty={difficulty} />}
    </div>
  );
}

function doneWords(done: string): string {
  const words: Record<string, string> = {
    held: "Đã ghi phiên giao ban.",
    edited: "Đã sửa phiên giao ban.",
    raised: "Đã ghi khó khăn.",
    agreed: "Đã ghi việc thống nhất.",
    reviewed: "Đã ghi kết quả.",
  };
  return words[done] ?? "Đã ghi.";
}
