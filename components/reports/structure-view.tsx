import { BulletBar } from "@/components/ui/bullet-bar";
import { Figure } from "@/components/ui/figure";
import { Panel } from "@/components/ui/panel";
import { EmptyState } from "@/components/ui/states";
import { groupLabel } from "@/lib/quotas/labels";
import { ageBandLabel } from "@/lib/reports/labels";
import { HELD_NOTE, heldWords } from "@/lib/reports/labels/official";
import type { StructurePage } from "@/lib/reports/queries/structure";
import { figurePath } from "@/lib/reports/rules/figure-path";
import { isSensitiveGroup } from "@/lib/reports/rules/part";
import type { AgeLine, GroupShare, SafeRatio } from "@/lib/reports/rules/structure";
import type { BoardAddress } from "@/lib/reports/schema";
import { formatNumber, formatPercent } from "@/lib/shared/ratio";
import { type Address, addressWith } from "./address";
import { BoardPageFrame } from "./board-page";

const PATH = "/quotas/structure";

/** "Cơ cấu": each group is a share of its own, for the groups overlap; age and sex beside it. */
export function StructureView({
  page,
  address,
  told,
}: {
  page: StructurePage;
  address: BoardAddress;
  told: Address;
}) {
  const { all, groups, pyramid } = page;
  return (
    <BoardPageFrame path={PATH} title="Cơ cấu đảng viên mới" page={page} address={address} told={told}>
      {all.now + all.before === 0 ? (
        <Panel flush>
          <EmptyState title="Chưa kết nạp ai trong kỳ">Hãy chọn kỳ khác hoặc ngày tính đến khác.</EmptyState>
        </Panel>
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-5 desk:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <Panel
            flush
            heading={`Trong ${formatNumber(all.now)} người được kết nạp`}
            aside={`Cùng kỳ năm trước: ${formatNumber(all.before)}`}
          >
            <div className="relative overflow-x-auto">
              <GroupTable groups={groups} told={told} mayExport={page.mayExport} />
            </div>
            <p className="px-5 py-3 text-note text-ink2">
              Các nhóm chồng nhau, nên cộng lại có thể quá 100 %. Người chưa rõ thì không thuộc nhóm nào.
              {!page.mayExport && ` ${HELD_NOTE}`}
            </p>
          </Panel>
          <Panel flush heading="Tuổi và giới tính">
            <Pyramid lines={pyramid} />
            <p className="px-5 py-3 text-note text-ink2">Tuổi tròn năm vào ngày được tính.</p>
          </Panel>
        </div>
      )}
    </BoardPageFrame>
  );
}

function GroupTable({
  groups,
  told,
  mayExport,
}: {
  groups: GroupShare[];
  told: Address;
  mayExport: boolean;
}) {
  return (
    <table className="w-full text-table">
      <thead className="bg-sunken text-chip">
        <tr>
          <th scope="col" className="px-5 py-2.5 text-left font-medium">
            Nhóm
          </th>
          <th scope="col" className="px-2 py-2.5 text-right font-medium">
            Kỳ này
          </th>
          <th scope="col" className="hidden w-40 px-2 py-2.5 font-medium phone:table-cell">
            <span className="sr-only">Biểu đồ</span>
          </th>
          <th scope="col" className="px-2 py-2.5 text-right font-medium">
            Cùng kỳ năm trước
          </th>
          <th scope="col" className="px-5 py-2.5 text-right font-medium">
            Tăng, giảm
          </th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {groups.map(({ group, current, before, change, asked }) => (
          <tr key={group} className="hover:bg-hover">
            <th scope="row" className="px-5 py-2 text-left font-normal">
              {groupLabel(group)}
              {asked !== null && (
                <span className="block text-note text-ink2">chỉ tiêu {formatPercent(asked)}</span>
              )}
            </th>
            <td className="keep figures px-2 text-right">
              <Share
                share={current}
                label={`${groupLabel(group)}, kỳ này`}
                href={
                  current.numerator && (mayExport || !isSensitiveGroup(group))
                    ? addressWith(PATH, told, {
                        figure: figurePath({
                          report: "structure",
                          line: { total: true },
                          field: group,
                          quota: null,
                        }),
                        tab: null,
                      })
                    : undefined
                }
              />
            </td>
            <td className="hidden px-2 phone:table-cell">
              <BulletBar
                percent={current.percent ?? 0}
                pace={asked}
                done={asked !== null && (current.percent ?? 0) >= asked}
              />
            </td>
            <td className="keep figures px-2 text-right text-ink2">
              {before.denominator === 0 ? (
                "–"
              ) : (
                <Share share={before} label={`${groupLabel(group)}, cùng kỳ năm trước`} />
              )}
            </td>
            <td className="keep figures px-5 text-right">{change === null ? "–" : points(change)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Share({ share, label, href }: { share: SafeRatio; label: string; href?: string | undefined }) {
  if (share.shown !== "shown") return heldWords(share.shown);
  return <Figure numerator={share.numerator ?? 0} percent={share.percent} label={label} href={href} />;
}

const decimals = new Intl.NumberFormat("vi-VN", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

const points = (change: number): string =>
  change === 0 ? "0" : `${change > 0 ? "+" : "−"}${decimals.format(Math.abs(change))} điểm`;

/** Two bars from the middle, one line a band; the numbers are the table. */
function Pyramid({ lines }: { lines: AgeLine[] }) {
  const widest = Math.max(1, ...lines.flatMap(({ female, male }) => [female, male]));
  const unknown = lines.some((line) => line.unknown > 0);
  return (
    <table className="w-full text-table">
      <thead className="bg-sunken text-chip">
        <tr>
          <th scope="col" className="px-5 py-2.5 text-right font-medium">
            Nữ
          </th>
          <th scope="col" className="w-30 py-2.5 text-center font-medium">
            Tuổi
          </th>
          <th scope="col" className="px-5 py-2.5 text-left font-medium">
            Nam
          </th>
          {unknown && (
            <th scope="col" className="px-3 py-2.5 text-right font-medium">
              Chưa rõ
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ band, female, male, unknown: rest }) => (
          <tr key={band} className="hover:bg-hover">
            <td className="py-1.5 pl-5">
              <Bar people={female} widest={widest} side="left" />
            </td>
            <th scope="row" className="keep py-1.5 text-center font-normal">
              {ageBandLabel(band)}
            </th>
            <td className="py-1.5 pr-5">
              <Bar people={male} widest={widest} side="right" />
            </td>
            {unknown && <td className="figures px-3 text-right">{formatNumber(rest)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Bar({ people, widest, side }: { people: number; widest: number; side: "left" | "right" }) {
  return (
    <span className={`flex items-center gap-2 ${side === "left" ? "flex-row-reverse" : ""}`}>
      <span
        aria-hidden="true"
        className={`h-4 rounded-tag ${side === "left" ? "bg-petrol" : "bg-bar1"}`}
        style={{ width: `${(people / widest) * 70}%` }}
      />
      <span className="figures">{formatNumber(people)}</span>
    </span>
  );
}
