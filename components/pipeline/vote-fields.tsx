"use client";

import { Minus, Plus } from "lucide-react";
import { useState } from "react";
import { RadioCards } from "@/components/ui/choices";
import { controlClass, FieldErrors, fieldId } from "@/components/ui/field";
import { moreThanHalfOf, twoThirdsOf } from "@/lib/pipeline/rules/vote";

const COUNTS = ["convened", "present", "agreed", "disagreed", "other"] as const;
type Count = (typeof COUNTS)[number];

const LABELS: Record<Count, string> = {
  convened: "Được triệu tập",
  present: "Có mặt",
  agreed: "Tán thành",
  disagreed: "Không tán thành",
  other: "Ý kiến khác",
};

type VoteFieldsProps = {
  initial: Partial<Record<Count | "ballot", string>>;
  errors: Record<string, string[]>;
  listed: number | null;
  threshold: "twoThirds" | "moreThanHalf";
  who: string;
};

/** In the order of the paper minutes; the meter follows what is typed. */
export function VoteFields({ initial, errors, listed, threshold, who }: VoteFieldsProps) {
  const [typed, setTyped] = useState<Record<Count, string>>({
    convened: initial.convened ?? (listed === null ? "" : String(listed)),
    present: initial.present ?? "",
    agreed: initial.agreed ?? "",
    disagreed: initial.disagreed ?? "0",
    other: initial.other ?? "0",
  });
  const change = (name: Count, value: string) => setTyped({ ...typed, [name]: value });
  const number = (name: Count) => (/^\d+$/.test(typed[name]) ? Number(typed[name]) : 0);
  const field = (name: Count, hint?: string) => (
    <CountField name={name} value={typed[name]} onChange={change} errors={errors[name]} hint={hint} />
  );
  return (
    <>
      <h2 className="border-t border-line pt-5 text-task font-semibold">{who}</h2>
      <div className="grid gap-5 phone:grid-cols-3">
        {listed !== null && (
          <div>
            <p className="text-staff font-semibold">Trong danh sách</p>
            <p className="py-2.5">{listed}</p>
          </div>
        )}
        {field("convened", "trừ đồng chí tạm chuyển đi, được miễn mà vắng")}
        {field("present")}
      </div>
      <h2 className="border-t border-line pt-5 text-task font-semibold">Kết quả biểu quyết</h2>
      <RadioCards
        name="ballot"
        legend="Hình thức"
        chosen={initial.ballot ?? "secret"}
        choices={[
          { value: "secret", label: "Bỏ phiếu kín" },
          { value: "card", label: "Giơ thẻ đảng viên" },
        ]}
      />
      <div className="grid gap-4 phone:grid-cols-3">
        {field("agreed")}
        {field("disagreed")}
        {field("other")}
      </div>
      <Meter agreed={number("agreed")} convened={number("convened")} threshold={threshold} />
    </>
  );
}

type CountFieldProps = {
  name: Count;
  value: string;
  onChange: (name: Count, value: string) => void;
  errors: string[] | undefined;
  hint?: string | undefined;
};

function CountField({ name, value, onChange, errors, hint }: CountFieldProps) {
  const step = (by: number) => onChange(name, String(Math.max(0, (Number(value) || 0) + by)));
  return (
    <div className="flex items-center justify-between gap-3 phone:block">
      <span>
        <label
          htmlFor={fieldId(name)}
          className="block text-body font-semibold phone:mb-1.5 phone:text-staff"
        >
          {LABELS[name]}
        </label>
        {hint && (
          <span id={`${fieldId(name)}-hint`} className="block text-note text-ink2 phone:hidden">
            {hint}
          </span>
        )}
      </span>
      <div>
        <span className="flex gap-2">
          <button
            type="button"
            onClick={() => step(-1)}
            aria-label={`Bớt một, ${LABELS[name]}`}
            className="flex size-12.5 items-center justify-center rounded-button border border-line2 bg-surface phone:hidden"
          >
            <Minus size={20} aria-hidden="true" />
          </button>
          <input
            id={fieldId(name)}
            name={name}
            value={value}
            onChange={(event) => onChange(name, event.target.value)}
            inputMode="numeric"
            autoComplete="off"
            aria-describedby={hint ? `${fieldId(name)}-hint` : undefined}
            aria-invalid={errors?.length ? true : undefined}
            className={controlClass(
              Boolean(errors?.length),
              "figures max-w-20 text-center phone:max-w-28 phone:text-left",
            )}
          />
          <button
            type="button"
            onClick={() => step(1)}
            aria-label={`Thêm một, ${LABELS[name]}`}
            className="flex size-12.5 items-center justify-center rounded-button border border-line2 bg-surface phone:hidden"
          >
            <Plus size={20} aria-hidden="true" />
          </button>
        </span>
        {hint && <p className="mt-1 hidden text-note text-ink2 phone:block">{hint}</p>}
        <FieldErrors name={name} errors={errors} />
      </div>
    </div>
  );
}

const MOST_CELLS = 40;

/** Every member as one cell, and the mark that has to be reached; the sum behind it in words. */
function Meter({
  agreed,
  convened,
  threshold,
}: {
  agreed: number;
  convened: number;
  threshold: VoteFieldsProps["threshold"];
}) {
  if (convened < 1 || convened > 400) return null;
  const needed = threshold === "twoThirds" ? twoThirdsOf(convened) : moreThanHalfOf(convened);
  const reached = agreed >= needed;
  const cells = Math.min(convened, MOST_CELLS);
  const scaled = (value: number) => Math.round((Math.min(value, convened) * cells) / convened);
  return (
    <div aria-live="polite" className="rounded-panel border border-line bg-sunken p-4">
      <p className="font-semibold">
        {agreed} tán thành trong {convened} được triệu tập, cần {needed}:{" "}
        {reached ? "đủ" : `còn thiếu ${needed - agreed}`}.
      </p>
      <div className="mt-2 flex gap-px" aria-hidden="true">
        {Array.from({ length: cells }, (_, place) => place).map((place) => (
          <span
            key={place}
            className={`h-3.5 flex-1 ${place < scaled(agreed) ? (reached ? "bg-petrol" : "bg-bar1") : "bg-line"} ${place === scaled(needed) - 1 ? "border-r-2 border-ink" : ""}`}
          />
        ))}
      </div>
      <p className="mt-2 text-note text-ink2">
        {threshold === "twoThirds"
          ? `Lấy số tán thành nhân 3, so với số được triệu tập nhân 2: ${agreed} × 3 = ${agreed * 3}, ${convened} × 2 = ${convened * 2}. Vắng mặt vẫn tính vào số được triệu tập.`
          : `Trên một nửa: số tán thành nhân 2 phải lớn hơn số ủy viên: ${agreed} × 2 = ${agreed * 2}, ${convened}.`}
      </p>
    </div>
  );
}
