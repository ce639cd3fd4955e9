import { FIELD_GROUPS, type Field, LIST_FIELDS } from "@/lib/forms/rules/fields";

/** The fields that a template may name, with what they stand for. */
export function FieldList() {
  return (
    <div className="space-y-2">
      <p className="text-staff text-ink2">
        Trong Word, gõ tên trường trong ngoặc nhọn ở chỗ cần điền, ví dụ {"{ho_ten}"}. Điều chưa có trong hồ
        sơ sẽ in thành dòng chấm.
      </p>
      {FIELD_GROUPS.map(({ heading, fields }) => (
        <details key={heading} className="border-t border-line pt-2">
          <summary className="min-h-8 font-semibold">{heading}</summary>
          <Fields fields={fields} />
        </details>
      ))}
      {LIST_FIELDS.map(({ name, meaning, fields }) => (
        <details key={name} className="border-t border-line pt-2">
          <summary className="min-h-8 font-semibold">Danh sách: {meaning.toLowerCase()}</summary>
          <p className="py-1 text-staff text-ink2">
            Đặt <code className="keep">{`{#${name}}`}</code> ở đầu và{" "}
            <code className="keep">{`{/${name}}`}</code> ở cuối một dòng của bảng.
          </p>
          <Fields fields={fields} />
        </details>
      ))}
    </div>
  );
}

function Fields({ fields }: { fields: readonly Field[] }) {
  return (
    <dl className="py-1">
      {fields.map(({ name, meaning, sample }) => (
        <div
          key={name}
          className="grid gap-x-4 border-t border-line py-1.5 first:border-0 phone:grid-cols-[17rem_minmax(0,1fr)]"
        >
          <dt className="text-staff break-all">
            <code>{`{${name}}`}</code>
          </dt>
          <dd className="text-staff">
            {meaning} <span className="text-ink3">({sample})</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
