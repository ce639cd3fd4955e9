import { PageHeading } from "@/components/ui/page-heading";
import { CopyLinkButton, PrintButton } from "@/components/ui/page-tools";
import { Panel } from "@/components/ui/panel";
import type { BackTestPage } from "@/lib/reports/queries/forecast";
import { formatDay } from "@/lib/shared/days";
import { formatNumber } from "@/lib/shared/ratio";
import { type Address, addressWith } from "./address";

/** What the forecast of each month's end said, against what came: how far it can be trusted. */
export function BackTestView({ page: { head, year, tests }, told }: { page: BackTestPage; told: Address }) {
  const came = tests[0]?.came ?? 0;
  const mean =
    tests.length > 0 ? tests.reduce((sum, { error }) => sum + Math.abs(error), 0) / tests.length : 0;
  return (
    <>
      <PageHeading
        title={`Dự báo năm ${year} so với thực tế`}
        under={head.unit.name}
        back={{
          href: addressWith("/quotas/forecast", told.unit ? { unit: told.unit } : {}, {}),
          label: "Dự báo",
        }}
        actions={
          <>
            <CopyLinkButton />
            <PrintButton />
          </>
        }
      />
      <p className="mb-4 max-w-[780px]">
        Cả năm {year} kết nạp {formatNumber(came)} người. Dự báo lập cuối mỗi tháng lệch trung bình{" "}
        {formatNumber(Math.round(mean))} người.
      </p>
      <Panel flush>
        <div className="relative overflow-x-auto">
          <table className="w-full text-table">
            <thead className="bg-sunken text-chip">
              <tr>
                {["Lập ngày", "Khi ấy đã kết nạp", "Dự báo cả năm", "Thực tế cả năm", "Lệch"].map(
                  (label, place) => (
                    <th
                      key={label}
                      scope="col"
                      className={`px-5 py-2.5 font-medium ${place === 0 ? "text-left" : "text-right"}`}
                    >
                      {label}
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody className="divide-y divide-line">
              {tests.map(({ asOf, admitted, expected, came: actual, error }) => (
                <tr key={asOf} className="hover:bg-hover">
                  <th scope="row" className="px-5 py-1.5 text-left font-normal">
                    <time dateTime={asOf}>{formatDay(asOf)}</time>
                  </th>
                  {[admitted, expected, actual].map((people, place) => (
                    <td key={["admitted", "expected", "came"][place]} className="figures px-5 text-right">
                      {formatNumber(people)}
                    </td>
                  ))}
                  <td className="figures px-5 text-right">
                    {error === 0 ? "đúng" : `${error > 0 ? "thừa" : "hụt"} ${formatNumber(Math.abs(error))}`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p className="px-5 py-3 text-note text-ink2">
          Mỗi dòng chỉ dùng những gì đã ghi đến ngày ấy: các bước của hồ sơ và nhịp 36 tháng trước đó. Người
          được giới thiệu sau ngày ấy mà vẫn kết nạp trong năm thì dự báo không biết trước.
        </p>
      </Panel>
    </>
  );
}
