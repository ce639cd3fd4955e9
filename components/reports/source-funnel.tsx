"use client";

import { useState } from "react";
import { Figure } from "@/components/ui/figure";
import { Panel } from "@/components/ui/panel";
import type { SourcesPage } from "@/lib/reports/queries/sources-page";
import { type FigurePath, figurePath } from "@/lib/reports/rules/figure-path";
import { flowPath } from "@/lib/reports/rules/source-figure";
import { SOURCE_STEPS, type SourceFlow, type SourceStep } from "@/lib/reports/rules/sources";
import { formatPercent, ratio } from "@/lib/shared/ratio";
import { type Address, addressWith } from "./address";

type By = "blocs" | "years" | "units";
const VIEWS: { by: By; label: string }[] = [
  { by: "blocs", label: "Theo khối" },
  { by: "years", label: "Theo năm" },
  { by: "units", label: "Theo đơn vị" },
];

const STEPS: Record<SourceStep, string> = {
  members: "Đoàn viên",
  outstanding: "Ưu tú",
  introduced: "Giới thiệu",
  certified: "Học lớp nhận thức",
  admitted: "Kết nạp",
};

/** `told`: the page's address without an open figure; null: no number opens. */
type Props = { flows: SourcesPage["flows"]; told: Address | null };

const TOTAL = { total: true } as const;

/** From union member to party member in five steps; the share of any step in any other. */
export function SourceFunnel({ flows, told }: Props) {
  const [by, setBy] = useState<By>("blocs");
  const [of, setOf] = useState<SourceStep>("introduced");
  const [reached, setReached] = useState<SourceStep>("admitted");
  const hrefOf = (path: FigurePath) =>
    told ? addressWith("/sources", told, { figure: figurePath(path), tab: null }) : undefined;
  const choose = (label: string, value: SourceStep, set: (step: SourceStep) => void) => (
    <label className="inline-flex items-center gap-2">
      {label}
      <select
        value={value}
        onChange={(event) => set(event.target.value as SourceStep)}
        className="min-h-11 rounded-button border border-field bg-surface px-2 text-staff phone:min-h-9"
      >
        {SOURCE_STEPS.map((step) => (
          <option key={step} value={step}>
            {STEPS[step]}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <Panel flush heading="Từ đoàn viên đến đảng viên">
      <div className="no-print flex flex-wrap items-center gap-4 px-5 pb-3 text-staff">
        <label className="inline-flex items-center gap-2">
          Xem
          <select
            value={by}
            onChange={(event) => setBy(event.target.value as By)}
            className="min-h-11 rounded-button border border-field bg-surface px-2 text-staff phone:min-h-9"
          >
            {VIEWS.map((view) => (
              <option key={view.by} value={view.by}>
                {view.label}
              </option>
            ))}
          </select>
        </label>
        {choose("Tỷ lệ của", reached, setReached)}
        {choose("trên", of, setOf)}
      </div>
      <div className="overflow-x-auto">
        <table className="w-full text-table">
          <thead className="bg-sunken text-chip">
            <tr>
              <th scope="col" className="min-w-44 px-5 py-2.5 text-left font-medium">
                {VIEWS.find((view) => view.by === by)
                  ?.label.replace("Theo k", "K")
                  .replace("Theo n", "N")
                  .replace("Theo đ", "Đ")}
              </th>
              {SOURCE_STEPS.map((step) => (
                <th key={step} scope="col" className="px-3 py-2.5 text-right font-medium">
                  {STEPS[step]}
                </th>
              ))}
              <th scope="col" className="px-5 py-2.5 text-right font-medium">
                {STEPS[reached]} / {STEPS[of].toLowerCase()}
              </th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {flows[by].map((flow) => (
              <FlowRow
                key={flow.key}
                flow={flow}
                of={of}
                reached={reached}
                hrefOf={(step) => hrefOf(pathIn(by, flow, step))}
              />
            ))}
          </tbody>
          <tfoot className="border-t border-line2 bg-sunken font-medium">
            <FlowRow
              flow={flows.total}
              of={of}
              reached={reached}
              hrefOf={(step) => hrefOf(flowPath(TOTAL, step))}
            />
          </tfoot>
        </table>
      </div>
      <p className="px-5 py-3 text-note text-ink2">
        Ưu tú cộng theo từng năm trong kỳ; một đoàn viên ưu tú hai năm được tính hai lần.
      </p>
    </Panel>
  );
}

function pathIn(by: By, { key }: SourceFlow, step: SourceStep): FigurePath {
  if (by === "units") return flowPath({ unitCode: key }, step);
  return flowPath(TOTAL, step, by === "blocs" ? { bloc: key } : { year: key });
}

type FlowRowProps = {
  flow: SourceFlow;
  of: SourceStep;
  reached: SourceStep;
  hrefOf: (step: SourceStep) => string | undefined;
};

function FlowRow({ flow, of, reached, hrefOf }: FlowRowProps) {
  return (
    <tr>
      <th scope="row" className="px-5 py-2 text-left font-normal in-[tfoot]:font-medium">
        {flow.label}
      </th>
      {SOURCE_STEPS.map((step) => (
        <td key={step} className="figures px-3 text-right">
          <Figure
            numerator={flow[step]}
            href={hrefOf(step)}
            label={`${flow.label}, ${STEPS[step].toLowerCase()}`}
          />
        </td>
      ))}
      <td className="figures keep px-5 text-right">
        {formatPercent(ratio(flow[reached], flow[of]).percent)}
      </td>
    </tr>
  );
}
