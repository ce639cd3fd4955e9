import { KeyValues } from "@/components/ui/lists";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { DoneBar, EmptyState } from "@/components/ui/states";
import { optionsOn, versionsKey } from "@/lib/pipeline/rules/options";
import { formatDay } from "@/lib/shared/days";
import { limitWords } from "@/lib/sources/labels";
import type { LimitsPage } from "@/lib/sources/queries/limits";
import type { UnionOptions } from "@/lib/sources/rules/options";
import { LimitsForm } from "./limits-form";

const LABELS = {
  excellentPercent: "Hoàn thành xuất sắc nhiệm vụ",
  outstandingPercent: "Đoàn viên ưu tú",
} as const;

/** "Giới hạn": what share of the rated may be HTXSNV, and of those outstanding, since when and by which document. */
export function LimitsView({ page, done }: { page: LimitsPage; done: string | null }) {
  const { province, versions, limits, maySet } = page;
  return (
    <div className="mx-auto max-w-[1132px]">
      <PageHeading
        title="Giới hạn xếp loại và ưu tú"
        under={province ?? "Tổ chức Đoàn này không thuộc tỉnh nào: không có giới hạn."}
        back={{ href: "/sources/rating", label: "Xếp loại đoàn viên" }}
      />
      {done && <DoneBar message={`Đã ghi giới hạn, áp dụng từ ngày ${formatDay(done)}.`} />}
      <div className="grid items-start gap-4 desk:grid-cols-[minmax(0,1fr)_330px]">
        <div className="space-y-4">
          <Panel heading="Đang áp dụng">
            <KeyValues items={linesOf(limits)} />
            <p className="mt-2 text-note text-ink2">
              Mỗi năm xếp loại theo giới hạn của ngày cuối năm đó; năm nay theo giới hạn hôm nay.
            </p>
          </Panel>
          {maySet && <LimitsForm key={versionsKey(versions)} limits={limits} seen={versionsKey(versions)} />}
        </div>
        <Panel flush heading="Các lần quy định">
          <History page={page} />
        </Panel>
      </div>
    </div>
  );
}

function History({ page: { versions, today } }: { page: LimitsPage }) {
  if (versions.length === 0)
    return <EmptyState title="Tỉnh chưa đặt giới hạn nào.">Xếp loại và ưu tú không bị giới hạn.</EmptyState>;
  const inForce = optionsOn(versions, today);
  return (
    <ol>
      {versions
        .toSorted((a, b) => b.from.localeCompare(a.from))
        .map((version) => (
          <li key={version.from} className="border-t border-line px-5 py-3">
            <p className="font-medium">
              Từ {formatDay(version.from)}
              {version.from === inForce?.from && " · đang áp dụng"}
              {version.from > today && " · chưa đến ngày"}
            </p>
            <p className="text-note text-ink2">
              {version.document} · {version.setBy} ghi
            </p>
            <ul className="mt-1 text-note">
              {linesOf(version.options).map(({ label, value }) => (
                <li key={label}>
                  {label}: {value}
                </li>
              ))}
            </ul>
          </li>
        ))}
    </ol>
  );
}

const linesOf = (options: UnionOptions) =>
  (["excellentPercent", "outstandingPercent"] as const).map((field) => ({
    label: LABELS[field],
    value: limitWords(field, options[field]),
  }));
