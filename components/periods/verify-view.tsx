import Image from "next/image";
import { controlClass } from "@/components/ui/field";
import { KeyValues } from "@/components/ui/lists";
import { Panel } from "@/components/ui/panel";
import { Notice } from "@/components/ui/states";
import type { PublicSnapshot } from "@/lib/periods/repository/snapshots";
import { hashInGroups } from "@/lib/periods/rules/snapshot";
import type { Verdict } from "@/lib/periods/rules/verdict";
import { formatDay } from "@/lib/shared/days";
import { formatNumber } from "@/lib/shared/ratio";

/** Says to anyone with the paper whether it is genuine; names nobody. */
export function VerifyView({
  found,
  verdict,
  typed,
}: {
  found: PublicSnapshot | null;
  verdict: Verdict;
  typed: Readonly<Record<string, string>>;
}) {
  return (
    <main className="mx-auto min-h-dvh max-w-[760px] px-5 py-8">
      <div className="mb-6 flex items-center gap-3">
        <Image src="/emblem.svg" alt="" width={32} height={32} />
        <strong>Phát triển đảng viên</strong>
      </div>
      <h1 className="mb-5 text-title font-semibold">Kiểm tra bản chốt số liệu</h1>
      <VerdictNotice verdict={verdict} found={found} />
      {found && (
        <div className="space-y-5">
          <Panel heading={found.title}>
            <KeyValues
              items={[
                { label: "Đơn vị", value: found.unitName },
                { label: "Kỳ", value: `${formatDay(found.from)} – ${formatDay(found.to)}` },
                { label: "Số liệu có đến", value: formatDay(found.asOf) },
                { label: "Ngày chốt", value: formatDay(found.madeOn) },
                {
                  label: "Phê duyệt",
                  value: found.approvedOn === null ? "Chưa" : formatDay(found.approvedOn),
                },
                {
                  label: "Mã kiểm tra (SHA-256)",
                  value: <span className="figures break-words">{hashInGroups(found.hash)}</span>,
                },
                ...found.totals.map(({ label, number }) => ({
                  label,
                  value: <span className="figures">{formatNumber(number)}</span>,
                })),
              ]}
            />
          </Panel>
          <CompareForm found={found} typed={typed} />
        </div>
      )}
      <p className="mt-6 text-note text-ink2">
        Trang này không hiện tên người hay số liệu của từng đơn vị bên dưới.
      </p>
    </main>
  );
}

function VerdictNotice({ verdict, found }: { verdict: Verdict; found: PublicSnapshot | null }) {
  switch (verdict.is) {
    case "genuine":
      return <Notice tone="passes" title="Bản thật: mã kiểm tra và số đã gõ khớp với bản đã chốt." />;
    case "nothingTyped":
      return (
        <Notice
          tone="warns"
          title="Có bản chốt này. Hãy gõ mã kiểm tra trên giấy để biết giấy có thật không."
        />
      );
    case "otherHash":
      return <Notice tone="blocks" title="Không phải bản thật: mã kiểm tra khác với bản đã chốt." />;
    case "otherFigures":
      return (
        <Notice tone="blocks" title="Không phải bản thật: số trên giấy khác với bản đã chốt.">
          {found?.totals
            .filter(({ key }) => verdict.keys.includes(key))
            .map(({ label }) => label)
            .join("; ")}
        </Notice>
      );
    case "broken":
      return <Notice tone="blocks" title="Bản lưu không còn nguyên vẹn. Hãy báo cho đơn vị đã lập." />;
    case "unknown":
      return <Notice tone="blocks" title="Không phải bản thật: không có bản chốt nào với đường dẫn này." />;
  }
}

/** What stands on the paper, to be compared; nothing is written. */
function CompareForm({ found, typed }: { found: PublicSnapshot; typed: Readonly<Record<string, string>> }) {
  return (
    <Panel heading="So với giấy đang cầm">
      <form className="space-y-4">
        <label className="block">
          <span className="mb-1.5 block font-semibold">Mã kiểm tra trên giấy</span>
          <input
            name="h"
            defaultValue={typed.h ?? ""}
            autoComplete="off"
            spellCheck={false}
            className={controlClass(false, "figures")}
          />
        </label>
        {found.totals.map(({ key, label }) => (
          <label key={key} className="block">
            <span className="mb-1.5 block font-semibold">
              {label} <span className="font-normal text-ink3">(không bắt buộc)</span>
            </span>
            <input
              name={key}
              defaultValue={typed[key] ?? ""}
              inputMode="numeric"
              autoComplete="off"
              className={controlClass(false, "figures max-w-40")}
            />
          </label>
        ))}
        <button
          type="submit"
          className="min-h-12 rounded-button border border-red bg-red px-4 font-semibold text-white hover:bg-red-hover phone:min-h-10"
        >
          Kiểm tra
        </button>
      </form>
    </Panel>
  );
}
