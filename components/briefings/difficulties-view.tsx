import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { PrintButton } from "@/components/ui/page-tools";
import { Panel } from "@/components/ui/panel";
import { EmptyState } from "@/components/ui/states";
import { SegmentedLinks, Tabs } from "@/components/ui/tabs";
import { difficultyStateLabel, topicLabel } from "@/lib/briefings/labels";
import type { DifficultiesPage } from "@/lib/briefings/queries/matters";
import { DIFFICULTY_STATES, type DifficultyFilter } from "@/lib/briefings/rules/matters";
import { formatDay } from "@/lib/shared/days";
import { formatNumber } from "@/lib/shared/ratio";
import { BriefingTabs } from "./briefing-tabs";

/** What the units find difficult: raised in days, open on a day, settled. */
export function DifficultiesView({ page }: { page: DifficultiesPage }) {
  const { unit, filter, counts, topics, difficulties, next, mayHold } = page;
  const hrefOf = (changes: Partial<Pick<DifficultyFilter, "state" | "topic">>) => {
    const { state, topic, from, asOf } = { ...filter, ...changes };
    const told = new URLSearchParams({ unit: unit.code, state, from, asOf });
    if (topic) told.set("topic", topic);
    return `/briefings/difficulties?${told}`;
  };
  return (
    <div className="mx-auto max-w-[1132px]">
      <PageHeading title="Khó khăn nêu tại giao ban" under={unit.name} actions={<PrintButton />} />
      <BriefingTabs current="/briefings/difficulties" unit={unit.code} mayHold={mayHold} />
      <div className="mb-4">
        <Tabs
          label="Tình trạng"
          tabs={DIFFICULTY_STATES.map((state) => ({
            href: hrefOf({ state, topic: null }),
            label: difficultyStateLabel(state),
            count: counts[state],
            current: state === filter.state,
          }))}
        />
      </div>
      {topics.length > 1 && (
        <div className="no-print mb-4 max-w-full overflow-x-auto">
          <SegmentedLinks
            label="Loại khó khăn"
            tabs={[
              { href: hrefOf({ topic: null }), label: "Tất cả", current: filter.topic === null },
              ...topics.map(({ topic, count }) => ({
                href: hrefOf({ topic }),
                label: `${topicLabel(topic)} (${formatNumber(count)})`,
                current: topic === filter.topic,
              })),
            ]}
          />
        </div>
      )}
      <Panel flush heading={headingOf(filter)}>
        {difficulties.length === 0 ? (
          <EmptyState title="Không có khó khăn nào">
            Khó khăn các đơn vị nêu tại giao ban hiện ở đây.
          </EmptyState>
        ) : (
          <ul className="border-t border-line">
            {difficulties.map(({ id, unit: raiser, topic, words, raisedOn, settledOn, committeeName }) => (
              <li key={id} className="border-b border-line px-5 py-4 last:border-0">
                <p>
                  <strong className="font-semibold">{raiser.name}</strong>: {words}
                </p>
                <p className="text-note text-ink2">
                  {topicLabel(topic)}, nêu tại giao ban của {committeeName} ngày {formatDay(raisedOn)}
                  {settledOn && `; đã tháo gỡ ngày ${formatDay(settledOn)}`}
                </p>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      {next && (
        <p className="no-print mt-4">
          <ButtonLink href={`${hrefOf({})}&after=${next.day}_${next.id}`}>Xem tiếp</ButtonLink>
        </p>
      )}
    </div>
  );
}

const headingOf = ({ state, from, asOf }: DifficultyFilter): string =>
  state === "open"
    ? `Tính đến ngày ${formatDay(asOf)}`
    : `Từ ngày ${formatDay(from)} đến ngày ${formatDay(asOf)}`;
