import Link from "next/link";
import { StackedBar } from "@/components/ui/bullet-bar";
import { ButtonLink } from "@/components/ui/button";
import { Figure } from "@/components/ui/figure";
import { Panel } from "@/components/ui/panel";
import { StatusChip } from "@/components/ui/shapes";
import { liveStepLabel } from "@/lib/reports/labels";
import type { ForecastPage } from "@/lib/reports/queries/forecast";
import { BANDS, type Band } from "@/lib/reports/rules/figure";
import { figurePath } from "@/lib/reports/rules/figure-path";
import { type ForecastLine, OWN_PACE_FROM, PACED_STEPS } from "@/lib/reports/rules/forecast";
import type { BoardAddress } from "@/lib/reports/schema";
import { formatDay } from "@/lib/shared/days";
import { formatNumber } from "@/lib/shared/ratio";
import { type Address, addressWith } from "./address";
import { BoardPageFrame } from "./board-page";

const PATH = "/quotas/forecast";
const BAND_WORDS: Record<Band, string> = {
  beforeCommittee: "Chắc chắn: chờ quyết định",
  resolved: "Có khả năng: đã qua chi bộ",
  certificateHeld: "Có thể: có chứng nhận",
};

/** "Dự báo": admitted and under way, as far as they come in time by the usual pace. */
export function ForecastView({
  page,
  address,
  told,
}: {
  page: ForecastPage;
  address: BoardAddress;
  told: Address;
}) {
  const { rows, total, parameters } = page;
  const scale = Math.max(1, ...rows.map(({ expected, asked }) => Math.max(expected, asked ?? 0)));
  return (
    <BoardPageFrame path={PATH} title="Dự báo kết nạp" page={page} address={address} told={told}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5 desk:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Panel heading={`Đến hết ngày ${formatDay(parameters.to)}`}>
          <p className="text-read">{sumOf(total)}</p>
          <p className="mt-1">{verdictOf(total)}</p>
          <div className="my-4">
            <Bands line={total} scale={Math.max(1, total.expected, total.asked ?? 0)} />
          </div>
          <BandTable line={total} told={told} />
        </Panel>
        <PacePanel page={page} told={told} />
      </div>
      {rows.length > 0 && (
        <Panel flush heading="Từng đơn vị" className="mt-5">
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
                  {["Đã kết nạp", "Sẽ kịp thêm", "Dự kiến / được giao"].map((head) => (
                    <th key={head} scope="col" className="px-3 py-2.5 text-right font-medium">
                      {head}
                    </th>
                  ))}
                  <th scope="col" className="min-w-40 px-3 py-2.5 text-left font-medium">
                    <span className="sr-only">Biểu đồ</span>
                  </th>
                  <th scope="col" className="px-3 py-2.5 text-right font-medium">
                    Còn thiếu
                  </th>
                  <th scope="col" className="px-5 py-2.5 text-right font-medium">
                    Không kịp theo nhịp
                  </th>
                </tr>
              </thead>
              <tbody className="divide-y divide-line">
                {rows.map((line) => (
                  <ForecastRow
                    key={line.unit.code}
                    line={line}
                    scale={scale}
                    href={addressWith(PATH, told, { unit: line.unit.code, figure: null })}
                  />
                ))}
              </tbody>
            </table>
          </div>
          <p className="px-5 py-3 text-note text-ink2">
            Dấu * : đơn vị có dưới {OWN_PACE_FROM} hồ sơ để tính nhịp, nên theo nhịp của cấp trên.
          </p>
        </Panel>
      )}
    </BoardPageFrame>
  );
}

/** "57 đã kết nạp + 18 + 41 + 20 = 136 trên 246". */
function sumOf({ admitted, bands, expected, asked }: ForecastLine): string {
  const parts = BANDS.map((band) => bands[band].inTime).filter((people) => people > 0);
  const sum = [`${formatNumber(admitted)} đã kết nạp`, ...parts.map((people) => formatNumber(people))].join(
    " + ",
  );
  return `${sum} = ${formatNumber(expected)}${asked === null ? "" : ` trên ${formatNumber(asked)} được giao`}`;
}

function verdictOf({ short, asked }: ForecastLine) {
  if (asked === null || short === null) return <StatusChip shape="notAssigned" word="Không giao chỉ tiêu" />;
  return short === 0 ? (
    <StatusChip shape="done" word="Đủ chỉ tiêu nếu giữ nhịp như thường lệ" />
  ) : (
    <StatusChip
      shape="late"
      word={`Còn thiếu ${formatNumber(short)} người dù mọi hồ sơ kịp nhịp đều được kết nạp`}
    />
  );
}

const figureHref = (told: Address, band: Band): string => {
  const figure = figurePath({ report: "forecast", line: { total: true }, field: band, quota: null });
  return addressWith(PATH, told, { figure, tab: null });
};

function Bands({ line: { admitted, bands, asked }, scale }: { line: ForecastLine; scale: number }) {
  return (
    <StackedBar
      parts={[admitted, ...BANDS.map((band) => bands[band].inTime)]}
      mark={asked ?? 0}
      scale={scale}
      done={false}
    />
  );
}

function BandTable({ line: { unit, bands }, told }: { line: ForecastLine; told: Address }) {
  return (
    <div className="relative overflow-x-auto">
      <table className="w-full text-table">
        <thead className="text-chip">
          <tr className="border-b border-line">
            <th scope="col" className="py-2 text-left font-medium">
              Hồ sơ đang làm
            </th>
            {["Hồ sơ", "Sẽ kịp", "Không kịp", "Chưa có nhịp"].map((head) => (
              <th key={head} scope="col" className="px-2 py-2 text-right font-medium">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {BANDS.map((band) => (
            <tr key={band}>
              <th scope="row" className="py-2 text-left font-normal">
                {BAND_WORDS[band]}
              </th>
              <td className="figures px-2 text-right">
                <Figure
                  numerator={bands[band].inTime + bands[band].late + bands[band].unknown}
                  href={figureHref(told, band)}
                  label={`${unit.name}, ${BAND_WORDS[band]}`}
                />
              </td>
              {[bands[band].inTime, bands[band].late, bands[band].unknown].map((people, place) => (
                <td key={["inTime", "late", "unknown"][place]} className="figures px-2 text-right">
                  {formatNumber(people)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PacePanel({ page: { paces }, told }: { page: ForecastPage; told: Address }) {
  return (
    <Panel heading="Nhịp thường lệ đến quyết định" aside="36 tháng gần đây">
      <table className="w-full text-table">
        <tbody className="divide-y divide-line">
          {PACED_STEPS.toReversed().map((step) => (
            <tr key={step}>
              <th scope="row" className="py-2 text-left font-normal">
                Từ khi {liveStepLabel(step).toLowerCase()}
              </th>
              <td className="figures keep text-right">
                {paces[step] ? `${formatNumber(Math.ceil(paces[step].days))} ngày` : "chưa có"}
                {paces[step] && (
                  <span className="block text-note text-ink2">
                    {formatNumber(paces[step].dossiers)} hồ sơ
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-3 text-note text-ink2">
        Nửa số hồ sơ nhanh hơn, nửa chậm hơn. Hồ sơ sẽ kịp khi ngày của bước đã làm cộng nhịp này không quá
        ngày cuối kỳ.
      </p>
      <p className="no-print mt-3 flex flex-wrap gap-3">
        <ButtonLink
          href={addressWith("/quotas/forecast/back-test", told.unit ? { unit: told.unit } : {}, {})}
        >
          Dự báo trước đây có đúng không
        </ButtonLink>
      </p>
    </Panel>
  );
}

function ForecastRow({ line, scale, href }: { line: ForecastLine; scale: number; href: string }) {
  const { unit, admitted, bands, expected, asked, short, borrowed } = line;
  const more = BANDS.reduce((sum, band) => sum + bands[band].inTime, 0);
  const late = BANDS.reduce((sum, band) => sum + bands[band].late + bands[band].unknown, 0);
  return (
    <tr className="group hover:bg-hover">
      <th
        scope="row"
        className="sticky left-0 bg-surface px-5 py-1.5 text-left font-normal group-hover:bg-hover"
      >
        <Link href={href} prefetch={false} className="hover:underline">
          {unit.name}
        </Link>
        {borrowed && more + late > 0 && " *"}
      </th>
      <td className="figures px-3 text-right">{formatNumber(admitted)}</td>
      <td className="figures px-3 text-right">{formatNumber(more)}</td>
      <td className="figures keep px-3 text-right">
        {formatNumber(expected)}
        <span className="text-ink3">/{asked === null ? "–" : formatNumber(asked)}</span>
      </td>
      <td className="px-3">
        <Bands line={line} scale={scale} />
      </td>
      <td className="figures keep px-3 text-right">
        {short === null ? "–" : short === 0 ? "đủ" : formatNumber(short)}
      </td>
      <td className="figures px-5 text-right">{formatNumber(late)}</td>
    </tr>
  );
}
