import { Button, ButtonLink } from "@/components/ui/button";
import { DayInput, NumberInput } from "@/components/ui/inputs";
import { PageHeading } from "@/components/ui/page-heading";
import { CopyLinkButton, PrintButton } from "@/components/ui/page-tools";
import { Panel } from "@/components/ui/panel";
import { StatusChip } from "@/components/ui/shapes";
import { EmptyState } from "@/components/ui/states";
import { findingSentence } from "@/lib/pipeline/labels/findings";
import { plannedLabel, usualFromLabel, usualLabel } from "@/lib/pipeline/labels/what-if";
import type { WhatIf, WhatIfLine } from "@/lib/pipeline/queries/what-if";
import { USUAL, type WhatIfAddress } from "@/lib/pipeline/schema/what-if";
import { formatDay } from "@/lib/shared/days";
import { formatNumber } from "@/lib/shared/ratio";
import { PlanChain } from "./what-if-chain";

type WhatIfProps = { whatIf: WhatIf; address: WhatIfAddress };

/** "Ai còn kịp kết nạp": the earliest lawful day of each person of a unit, if cell and class meet on these days. */
export function WhatIfView({ whatIf, address }: WhatIfProps) {
  const { unit, lines, more, year } = whatIf;
  return (
    <>
      <PageHeading
        title={`Ai còn kịp kết nạp trong năm ${year}`}
        under={unit.name}
        back={{ href: "/", label: "Việc cần làm" }}
        actions={
          <>
            <CopyLinkButton />
            <PrintButton />
          </>
        }
      />
      <WhatIfForm whatIf={whatIf} address={address} />
      {lines.length === 0 ? (
        <Panel flush>
          <EmptyState
            title="Chưa có ai trên đường vào Đảng"
            action={<ButtonLink href="/pipeline">Xem hồ sơ</ButtonLink>}
          />
        </Panel>
      ) : (
        <>
          <p className="mb-4 text-read" role="status">
            <strong>{sumSentence(whatIf)}</strong>{" "}
            <span className="text-ink2">Tính theo ngày ra quyết định kết nạp.</span>
            {more && " Chỉ tính 400 người đầu; hãy chọn đơn vị nhỏ hơn."}
          </p>
          <Table lines={lines} year={year} />
          <PhoneRows lines={lines} />
        </>
      )}
    </>
  );
}

function WhatIfForm({ whatIf: { unit, assumed, usualFrom }, address: { typed, errors } }: WhatIfProps) {
  return (
    <Panel className="mb-5">
      <form action="/pipeline/what-if" key={JSON.stringify(typed)}>
        <input type="hidden" name="unit" value={unit.code} />
        <div className="grid gap-4 phone:grid-cols-[auto_auto_1fr]">
          <DayInput
            name="meeting"
            label="Nếu chi bộ họp ngày"
            hint="Không đủ điều kiện thì họp ngày này tháng sau."
            defaultValue={typed.meeting}
            errors={errors.meeting}
          />
          <DayInput
            name="class"
            label="Nếu lớp nhận thức mở ngày"
            hint="Để trống: mở được ngay."
            defaultValue={typed.class}
            errors={errors.class}
          />
        </div>
        <details className="mt-3" open={USUAL.some((name) => errors[name])}>
          <summary className="cursor-pointer py-2.5 text-staff font-semibold">
            Số ngày làm việc giả định cho từng bước
          </summary>
          <div className="mt-2 grid gap-4 phone:grid-cols-3 desk:grid-cols-5">
            {USUAL.map((name) => (
              <NumberInput
                key={name}
                name={name}
                label={usualLabel(name)}
                hint={usualFromLabel(usualFrom[name], name)}
                placeholder={String(assumed.usual[name])}
                defaultValue={typed[name]}
                errors={errors[name]}
              />
            ))}
          </div>
        </details>
        <Button type="submit" look="main" className="no-print mt-4">
          Tính lại
        </Button>
      </form>
    </Panel>
  );
}

function sumSentence({ lines, year, assumed: { meetingOn, classOn } }: WhatIf): string {
  const inTime = lines.filter((line) => line.inTime).length;
  const conditions = [
    meetingOn && `chi bộ họp ngày ${formatDay(meetingOn)}`,
    classOn && `lớp mở ngày ${formatDay(classOn)}`,
  ].filter(Boolean);
  const under = conditions.length > 0 ? ` nếu ${conditions.join(", ")}` : "";
  return `${formatNumber(inTime)} trong ${formatNumber(lines.length)} người còn kịp trong năm ${year}${under}.`;
}

type RowsProps = { lines: WhatIfLine[]; year: number };

function Table({ lines, year }: RowsProps) {
  return (
    <table className="hidden w-full border-y border-line bg-surface text-table phone:table print:table">
      <thead className="sticky top-15 z-10 bg-sunken text-left text-chip">
        <tr>
          <th className="px-4 py-2.5 font-semibold">Họ và tên</th>
          <th className="px-3 font-semibold">Đang thiếu</th>
          <th className="px-3 text-right font-semibold">Quyết định</th>
          <th className="px-3 text-right font-semibold">Kết nạp sớm nhất</th>
          <th className="px-3 font-semibold">Chờ lâu nhất</th>
          <th className="px-3 pr-4 font-semibold">Kịp năm {year}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id} className="border-t border-line align-top hover:bg-hover">
            <td className="px-4 py-2.5">
              <a href={`/pipeline/${line.id}`} data-soft="" className="font-semibold hover:underline">
                {line.name}
              </a>
              <span className="block text-note text-ink2">{line.unitName}</span>
            </td>
            <td className="max-w-96 px-3 py-2.5">
              <Missing line={line} />
            </td>
            <td className="figures keep px-3 py-2.5 text-right">{dayText(line.plan.decidedOn)}</td>
            <td className="px-3 py-2.5 text-right">
              <EarliestDay line={line} />
            </td>
            <td className="px-3 py-2.5">{longestText(line)}</td>
            <td className="px-3 py-2.5 pr-4">
              <InTime inTime={line.inTime} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PhoneRows({ lines }: Pick<RowsProps, "lines">) {
  return (
    <ul className="divide-y divide-line rounded-panel border border-line bg-surface phone:hidden print:hidden">
      {lines.map((line) => (
        <li key={line.id} className="px-4 py-3">
          <div className="flex items-baseline justify-between gap-3">
            <a
              href={`/pipeline/${line.id}`}
              data-soft=""
              className="inline-flex min-h-11 items-center font-semibold"
            >
              {line.name}
            </a>
            <InTime inTime={line.inTime} />
          </div>
          <div className="flex flex-wrap gap-x-2 text-staff">
            <span className="text-ink2">Kết nạp sớm nhất:</span>
            <EarliestDay line={line} />
          </div>
          <div className="text-staff">
            <Missing line={line} />
          </div>
        </li>
      ))}
    </ul>
  );
}

const InTime = ({ inTime }: { inTime: boolean }) => (
  <StatusChip shape={inTime ? "done" : "late"} word={inTime ? "Kịp" : "Không kịp"} />
);

const dayText = (day: string | null): string => (day ? formatDay(day) : "");

function EarliestDay({ line: { plan } }: { line: WhatIfLine }) {
  if (plan.admittedOn === null) return <span className="text-ink2">Chưa tính được</span>;
  return (
    <details className="text-left">
      <summary className="figures keep cursor-pointer py-1 text-right font-semibold">
        {formatDay(plan.admittedOn)}
        <span className="sr-only">, xem từng bước</span>
      </summary>
      <div className="mt-1 min-w-72 font-normal">
        <PlanChain links={plan.links} />
      </div>
    </details>
  );
}

function longestText({ longest, plan }: WhatIfLine): string {
  if (plan.admittedOn === null) return "";
  return longest
    ? `${plannedLabel(longest.step)}${longest.rule ? ` (${longest.rule})` : ""}`
    : "Không phải chờ";
}

/** What no day mends first, else the first thing that is missing now. */
function Missing({ line: { missing, plan } }: { line: WhatIfLine }) {
  const [first, ...others] = plan.obstacles.length > 0 ? plan.obstacles : missing;
  if (!first) return <span className="text-ink2">Đủ điều kiện cho bước tiếp theo.</span>;
  return (
    <>
      {findingSentence(first)}
      {others.length > 0 && <span className="text-ink2"> Và {others.length} điều kiện khác.</span>}
    </>
  );
}
