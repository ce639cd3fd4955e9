import Link from "next/link";
import { Figure } from "@/components/ui/figure";
import { Panel } from "@/components/ui/panel";
import { EmptyState } from "@/components/ui/states";
import { holderLabel, liveStepLabel, passageLabel } from "@/lib/reports/labels";
import type { BottlenecksPage } from "@/lib/reports/queries/bottlenecks";
import { PASSAGES, type PassagesLine } from "@/lib/reports/rules/bottleneck";
import { figurePath } from "@/lib/reports/rules/figure-path";
import type { BoardAddress } from "@/lib/reports/schema";
import { formatDay } from "@/lib/shared/days";
import { formatNumber, formatPercent } from "@/lib/shared/ratio";
import { type Address, addressWith } from "./address";
import { BoardPageFrame } from "./board-page";

const PATH = "/quotas/bottlenecks";

/** "Điểm nghẽn": how long each passage takes, where dossiers wait and with whom, who dropped out. */
export function BottlenecksView({
  page,
  address,
  told,
}: {
  page: BottlenecksPage;
  address: BoardAddress;
  told: Address;
}) {
  const { rows, total } = page;
  return (
    <BoardPageFrame path={PATH} title="Điểm nghẽn" page={page} address={address} told={told}>
      <ul className="mb-4 max-w-[780px] list-disc space-y-1 pl-5">
        {gainsOf(page).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5 desk:grid-cols-2">
        <WaitingPanel page={page} told={told} />
        <DropOutPanel page={page} />
      </div>
      <Panel
        flush
        heading="Số ngày của từng chặng"
        aside="một nửa số hồ sơ không quá / chín phần mười không quá"
        className="mt-5"
      >
        <div className="relative overflow-x-auto">
          <table className="w-full text-table">
            <thead className="bg-sunken text-chip">
              <tr>
                <th
                  scope="col"
                  className="sticky left-0 min-w-40 bg-sunken px-5 py-2.5 text-left font-medium phone:min-w-56"
                >
                  Đơn vị
                </th>
                {PASSAGES.map((passage) => (
                  <th key={passage} scope="col" className="min-w-24 px-3 py-2.5 text-right font-medium">
                    {passageLabel(passage)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="divide-y divide-line">
              {rows.map((line) => (
                <PassagesRow
                  key={line.unit.code}
                  line={line}
                  href={addressWith(PATH, told, { unit: line.unit.code, figure: null })}
                />
              ))}
            </tbody>
            <tfoot className="border-t border-line2 bg-sunken font-medium">
              <PassagesRow line={total} />
            </tfoot>
          </table>
        </div>
        <p className="px-5 py-3 text-note text-ink2">
          Tính những hồ sơ xong chặng ấy trong kỳ; in đậm là chặng lâu nhất của đơn vị.
        </p>
      </Panel>
    </BoardPageFrame>
  );
}

function gainsOf({ gains: { classFor, classBy, weekLess }, total, parameters }: BottlenecksPage): string[] {
  const told: string[] = [];
  if (classFor > 0 && classBy !== null)
    told.push(
      classBy >= parameters.asOf
        ? `Mở thêm một lớp nhận thức cấp chứng nhận trước ngày ${formatDay(classBy)} thì tới ${formatNumber(classFor)} người chưa có chứng nhận còn có thể kịp kết nạp trong kỳ.`
        : `Lớp nhận thức mở từ nay không còn kịp cho kỳ này: người học phải có chứng nhận trước ngày ${formatDay(classBy)}.`,
    );
  if (total.slowest)
    told.push(
      weekLess > 0
        ? `Chặng lâu nhất là ${passageLabel(total.slowest).toLowerCase()}; nhanh hơn một tuần thì kịp thêm ${formatNumber(weekLess)} người trong kỳ.`
        : `Chặng lâu nhất là ${passageLabel(total.slowest).toLowerCase()}; nhanh hơn một tuần không làm thêm ai kịp trong kỳ.`,
    );
  return told;
}

function WaitingPanel({ page: { waiting }, told }: { page: BottlenecksPage; told: Address }) {
  return (
    <Panel flush heading="Hồ sơ đang chờ ở đâu, chờ ai">
      {waiting.length === 0 ? (
        <EmptyState title="Không có hồ sơ nào đang làm" />
      ) : (
        <div className="relative overflow-x-auto">
          <table className="w-full text-table">
            <thead className="bg-sunken text-chip">
              <tr>
                <th scope="col" className="px-5 py-2.5 text-left font-medium">
                  Bước
                </th>
                {["Người", "Đã chờ (ngày)", "Lâu hơn thường lệ"].map((head) => (
                  <th key={head} scope="col" className="px-3 py-2.5 text-right font-medium">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="divide-y divide-line">
              {waiting.map(({ step, people, median, longer, holder }) => (
                <tr key={step} className="hover:bg-hover">
                  <th scope="row" className="px-5 py-1.5 text-left font-normal">
                    {liveStepLabel(step)}
                    <span className="block text-note text-ink2">chờ {holderLabel(holder).toLowerCase()}</span>
                  </th>
                  <td className="figures px-3 text-right">
                    <Figure
                      numerator={people}
                      href={addressWith(PATH, told, {
                        figure: figurePath({
                          report: "coverage",
                          line: { total: true },
                          field: `byStep.${step}`,
                          quota: null,
                        }),
                        tab: null,
                      })}
                      label={liveStepLabel(step)}
                    />
                  </td>
                  <td className="figures px-3 text-right">{formatNumber(Math.round(median))}</td>
                  <td className="figures px-3 text-right">{formatNumber(longer)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="px-5 py-3 text-note text-ink2">
        Số ngày chờ là của người đứng giữa; lâu hơn thường lệ là đã chờ quá nửa số hồ sơ xong chặng ấy trong
        kỳ.
      </p>
    </Panel>
  );
}

function DropOutPanel({ page: { dropOuts } }: { page: BottlenecksPage }) {
  return (
    <Panel flush heading="Dừng giữa chừng trong kỳ, ở bước nào">
      {dropOuts.length === 0 ? (
        <EmptyState title="Không có hồ sơ nào dừng giữa chừng trong kỳ" />
      ) : (
        <table className="w-full text-table">
          <thead className="bg-sunken text-chip">
            <tr>
              <th scope="col" className="px-5 py-2.5 text-left font-medium">
                Bước xa nhất đã qua
              </th>
              <th scope="col" className="px-3 py-2.5 text-right font-medium">
                Người
              </th>
              <th scope="col" className="px-5 py-2.5 text-right font-medium">
                Trong số dừng
              </th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {dropOuts.map(({ step, people, ofAll }) => (
              <tr key={step}>
                <th scope="row" className="px-5 py-1.5 text-left font-normal">
                  {liveStepLabel(step)}
                </th>
                <td className="figures px-3 text-right">{formatNumber(people)}</td>
                <td className="figures keep px-5 text-right">{formatPercent(ofAll.percent)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function PassagesRow({ line: { unit, passages, slowest }, href }: { line: PassagesLine; href?: string }) {
  return (
    <tr className="group hover:bg-hover">
      <th
        scope="row"
        className="sticky left-0 bg-surface px-5 py-1.5 text-left font-normal group-hover:bg-hover in-[tfoot]:bg-sunken in-[tfoot]:font-medium"
      >
        {href ? (
          <Link href={href} prefetch={false} className="hover:underline">
            {unit.name}
          </Link>
        ) : (
          `${unit.name}, chung`
        )}
      </th>
      {PASSAGES.map((passage) => {
        const days = passages.find((told) => told.passage === passage);
        return (
          <td
            key={passage}
            className={`figures keep px-3 text-right ${passage === slowest ? "font-semibold" : ""}`}
          >
            {days?.median == null ? (
              <span className="text-ink3">–</span>
            ) : (
              <>
                {formatNumber(Math.round(days.median))} /{" "}
                {formatNumber(Math.round(days.ninth ?? days.median))}
                <span className="block text-note font-normal text-ink2">
                  {formatNumber(days.dossiers)} hồ sơ
                </span>
              </>
            )}
          </td>
        );
      })}
    </tr>
  );
}
