import Image from "next/image";
import { controlClass } from "@/components/ui/field";
import { KeyValues } from "@/components/ui/lists";
import { Panel } from "@/components/ui/panel";
import { Notice } from "@/components/ui/states";
import type { Verification } from "@/lib/periods/queries/verification";
import type { PublicSnapshot } from "@/lib/periods/repository/verification";
import { approvalInGroups, hashInGroups } from "@/lib/periods/rules/snapshot";
import { type Compared, isGenuine, isMissing, type Typed, type Verdict } from "@/lib/periods/rules/verdict";
import { formatDay } from "@/lib/shared/days";
import { formatNumber } from "@/lib/shared/ratio";

/** Says to anyone with the paper what was compared and whether it is the same; names only who approved. */
export function VerifyView({ found, verdict, typed }: Verification & { typed: Typed }) {
  return (
    <main className="mx-auto min-h-dvh max-w-[760px] px-5 py-8">
      <div className="mb-6 flex items-center gap-3">
        <Image src="/emblem.svg" alt="" width={32} height={32} />
        <strong>Phát triển đảng viên</strong>
      </div>
      <h1 className="mb-5 text-title font-semibold">Kiểm tra bản chốt số liệu</h1>
      <VerdictNotice verdict={verdict} typed={typed} />
      {found && (
        <div className="space-y-5">
          <FrozenPanel found={found} />
          <CompareForm found={found} typed={typed} />
        </div>
      )}
      <p className="mt-6 text-note text-ink2">
        Trang này không hiện tên người trong số liệu và không hiện số liệu của từng đơn vị bên dưới.
      </p>
    </main>
  );
}

function VerdictNotice({ verdict, typed }: { verdict: Verdict; typed: Typed }) {
  switch (verdict.is) {
    case "unknown":
      return <Notice tone="blocks" title="Không phải bản thật: không có bản chốt nào với đường dẫn này." />;
    case "broken":
      return <Notice tone="blocks" title="Bản lưu không còn nguyên vẹn. Hãy báo cho đơn vị đã lập." />;
    case "tooMany":
      return <Notice tone="warns" title="Có quá nhiều lượt kiểm tra. Hãy thử lại sau một phút." />;
    case "otherHash":
      return <Notice tone="blocks" title="Không phải bản thật: mã kiểm tra khác với bản đã chốt." />;
    case "compared":
      return <ComparedNotice verdict={verdict} typed={typed} />;
  }
}

/** Says what was compared and what was not; a copied code alone makes no paper genuine. */
function ComparedNotice({ verdict, typed }: { verdict: Extract<Verdict, { is: "compared" }>; typed: Typed }) {
  const { hash, numbers } = verdict;
  const others = numbers.filter(({ same }) => !same);
  const unknownLine = verdict.line?.known === false && (
    <p>Bản chốt không có dòng “{typed.line}”. Hãy gõ tên dòng như trên giấy, hoặc mã đơn vị.</p>
  );
  if (others.length > 0)
    return (
      <Notice tone="blocks" title="Không phải bản thật: số trên giấy khác với bản đã chốt.">
        <p>{`Khác: ${inWords(others)}.`}</p>
        {unknownLine}
      </Notice>
    );
  if (isMissing(verdict.line))
    return (
      <Notice
        tone="blocks"
        title={`Không khớp: bản chốt không có số ${typed.number} ở dòng “${typed.line}”.`}
      >
        <p>Nếu giấy ghi số người này ở dòng ấy, giấy đã bị sửa. Tỷ lệ và số được giao không so được ở đây.</p>
      </Notice>
    );
  if (isGenuine(verdict))
    return (
      <Notice tone="passes" title={`Bản thật: mã kiểm tra và ${formatNumber(numbers.length)} số đã gõ khớp.`}>
        <p>{`Đã so: ${inWords(numbers)}. Số khác trên giấy chưa được so.`}</p>
        {unknownLine}
      </Notice>
    );
  if (hash)
    return (
      <Notice
        tone="warns"
        title="Có bản chốt này và dữ liệu còn nguyên; hãy so từng số dưới đây với bản giấy."
      >
        <p>
          Mã kiểm tra khớp, nhưng giấy bị sửa số vẫn còn mã cũ. Giấy chỉ thật khi các số trên giấy cũng khớp.
        </p>
        {unknownLine}
      </Notice>
    );
  return (
    <Notice
      tone="warns"
      title="Có bản chốt này. Hãy gõ mã kiểm tra và các số trên giấy để biết giấy có thật không."
    >
      {numbers.length > 0 && <p>{`Số đã gõ khớp: ${inWords(numbers)}. Chưa so mã kiểm tra.`}</p>}
    </Notice>
  );
}

const inWords = (numbers: readonly Compared[]): string =>
  numbers.map(({ label, typed }) => `${label} ${typed}`).join("; ");

/** What was frozen, its totals large enough to be held against the paper. */
function FrozenPanel({ found }: { found: PublicSnapshot }) {
  return (
    <Panel heading={found.title}>
      {found.totals.length > 0 && (
        <dl className="mb-4 grid grid-cols-2 gap-x-5 gap-y-3 border-b border-line pb-4 phone:grid-cols-4">
          {found.totals.map(({ key, label, number }) => (
            <div key={key} className="flex flex-col-reverse justify-end">
              <dt className="text-note text-ink2">{label}</dt>
              <dd className="figures text-figure font-semibold">{formatNumber(number)}</dd>
            </div>
          ))}
        </dl>
      )}
      <KeyValues
        items={[
          { label: "Đơn vị", value: found.unitName },
          { label: "Kỳ", value: `${formatDay(found.from)} – ${formatDay(found.to)}` },
          { label: "Số liệu có đến", value: formatDay(found.asOf) },
          { label: "Ngày chốt", value: formatDay(found.madeOn) },
          { label: "Người phê duyệt", value: approvalOf(found) },
          ...(found.approvalCode === null
            ? []
            : [{ label: "Mã phê duyệt", value: digits(approvalInGroups(found.approvalCode)) }]),
          { label: "Mã kiểm tra (SHA-256)", value: digits(hashInGroups(found.hash)) },
        ]}
      />
    </Panel>
  );
}

const digits = (groups: string) => <span className="figures break-words">{groups}</span>;

/** "Nguyễn Văn A, 15:04 ngày 22/11/2026". */
function approvalOf({ approvedBy, approvedAt }: PublicSnapshot): string {
  if (approvedBy === null || approvedAt === null) return "Chưa phê duyệt";
  return `${approvedBy}, ${approvedAt.slice(11)} ngày ${formatDay(approvedAt.slice(0, 10))}`;
}

/** What stands on the paper, to be compared; nothing is written. */
function CompareForm({ found, typed }: { found: PublicSnapshot; typed: Typed }) {
  return (
    <Panel heading="So với giấy đang cầm">
      <form className="space-y-4">
        <PaperField name="h" label="Mã kiểm tra trên giấy" value={typed.h} wide />
        {found.totals.length > 0 && (
          <fieldset>
            <legend className="mb-3 text-staff text-ink2">
              Số trên giấy; gõ ít nhất một số, không cần gõ hết.
            </legend>
            <div className="grid grid-cols-2 items-end gap-4 phone:grid-cols-4">
              {found.totals.map(({ key, label }) => (
                <PaperField key={key} name={key} label={label} value={typed.totals[key] ?? ""} />
              ))}
            </div>
          </fieldset>
        )}
        <fieldset className="space-y-4 border-t border-line pt-4">
          <legend className="sr-only">Một số khác trên giấy</legend>
          <PaperField
            name="line"
            label="Một dòng khác: tên dòng hoặc mã đơn vị"
            value={typed.line}
            optional
            wide
          />
          <PaperField name="number" label="Một số người của dòng ấy" value={typed.number} optional />
        </fieldset>
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

function PaperField({
  name,
  label,
  value,
  optional = false,
  wide = false,
}: {
  name: string;
  label: string;
  value: string;
  optional?: boolean;
  wide?: boolean;
}) {
  return (
    <label className="block">
      <span className="mb-1.5 block font-semibold">
        {label} {optional && <span className="font-normal text-ink3">(không bắt buộc)</span>}
      </span>
      <input
        name={name}
        defaultValue={value}
        inputMode={wide ? undefined : "numeric"}
        autoComplete="off"
        spellCheck={false}
        className={controlClass(false, wide ? "figures" : "figures max-w-40")}
      />
    </label>
  );
}
