import { Marked } from "@/components/ui/marked";
import { type Shape, StatusShape } from "@/components/ui/shapes";
import { levelLabel, trustLabel } from "@/lib/pipeline/labels/rules";
import type { RulesPage } from "@/lib/pipeline/queries/rules";
import type { Level, RuleEntry } from "@/lib/pipeline/rules/catalogue";
import { isUnverified, isWeak, type RuleNumber, type Trust } from "@/lib/pipeline/rules/trust";
import { textOf } from "./found-rules";
import { NotCompared } from "./not-compared";

type RuleListProps = { rules: readonly RuleEntry[]; page: RulesPage; typed: string };

/** Number, what a rule does, its condition, its source and how far that is to be trusted. */
export function RuleList({ rules, page, typed }: RuleListProps) {
  return (
    <ul>
      {rules.map((rule) => (
        <RuleLine key={rule.id} rule={rule} page={page} typed={typed} />
      ))}
    </ul>
  );
}

function RuleLine({ rule, page, typed }: { rule: RuleEntry; page: RulesPage; typed: string }) {
  const { id, level, condition, source, trust, asked } = rule;
  return (
    <li
      id={id}
      className="grid scroll-mt-20 grid-cols-[3.5rem_minmax(0,1fr)] gap-x-4 border-t border-line px-5 py-3 target:bg-ochre-soft phone:grid-cols-[3.5rem_7.5rem_minmax(0,1fr)]"
    >
      <a href={`#${id}`} className="figures keep link text-staff font-semibold">
        {id}
      </a>
      <span className="flex flex-wrap content-start gap-x-3">
        {level.map((one) => (
          <span key={one} className="keep inline-flex items-center gap-1.5 text-staff">
            <StatusShape shape={SHAPES[one]} />
            {levelLabel(one)}
          </span>
        ))}
      </span>
      <div className="col-span-2 mt-1 phone:col-span-1 phone:mt-0">
        <p>
          <Marked text={condition(page.book)} typed={typed} />
        </p>
        <p className="text-note text-ink2">
          <Marked text={source} typed={typed} /> · {trustLabel(trust)} {doubtOf(id, trust, page)}
        </p>
        {asked && (
          <p className="text-note">
            Tùy chọn của tỉnh:{" "}
            <a href="/rules/options" className="link font-medium">
              {asked(page.options) ? "đang áp dụng" : "không áp dụng"}
            </a>
          </p>
        )}
      </div>
    </li>
  );
}

const SHAPES: Record<Level, Shape> = { blocks: "blocks", warns: "warns", informs: "informs" };

/** A rule that is well known may still read a number of the present book that nobody compared. */
function doubtOf(id: RuleNumber, trust: Trust, { book }: RulesPage) {
  if (isWeak(trust)) return <NotCompared />;
  return isUnverified(id, book) ? <NotCompared with={textOf(book)} /> : null;
}
