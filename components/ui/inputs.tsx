import type { InputHTMLAttributes, SelectHTMLAttributes, TextareaHTMLAttributes } from "react";
import { controlClass, describedBy, Field, FieldErrors, fieldId } from "./field";

type Common = {
  name: string;
  /** Of a field of one of several forms on a page. */
  id?: string;
  label: string;
  /** What tells this form from others of the page, for a screen reader. */
  of?: string;
  hint?: string;
  errors?: string[] | undefined;
  optional?: boolean;
  fieldClassName?: string;
};

/** The props of a control taken apart: what is the field's, what ties the control to it, and the rest. */
function fieldAndControl<Props extends Common>({
  name,
  id,
  label,
  of,
  hint,
  errors,
  optional,
  fieldClassName,
  ...rest
}: Props) {
  return {
    field: {
      name,
      label,
      errors,
      ...(id ? { id } : {}),
      ...(of ? { of } : {}),
      ...(hint ? { hint } : {}),
      ...(optional ? { optional } : {}),
      ...(fieldClassName ? { className: fieldClassName } : {}),
    },
    tied: describedBy(name, Boolean(hint), errors, id),
    wrong: Boolean(errors?.length),
    rest,
  };
}

type TextInputProps = Common & Omit<InputHTMLAttributes<HTMLInputElement>, "name" | "id">;

export function TextInput({ className, ...props }: TextInputProps) {
  const { field, tied, wrong, rest } = fieldAndControl(props);
  return (
    <Field {...field}>
      <input type="text" {...rest} {...tied} className={controlClass(wrong, className)} />
    </Field>
  );
}

/** A day typed as dd/mm/yyyy: a wrong one stays as it was typed. */
export function DayInput(props: TextInputProps) {
  return (
    <TextInput
      inputMode="numeric"
      placeholder="dd/mm/yyyy"
      autoComplete="off"
      maxLength={10}
      className="figures max-w-48"
      {...props}
    />
  );
}

export function NumberInput(props: TextInputProps) {
  return <TextInput inputMode="numeric" autoComplete="off" className="figures max-w-32" {...props} />;
}

type TextAreaProps = Common & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "name" | "id">;

export function TextArea({ className, ...props }: TextAreaProps) {
  const { field, tied, wrong, rest } = fieldAndControl(props);
  return (
    <Field {...field}>
      <textarea rows={3} {...rest} {...tied} className={controlClass(wrong, `py-2 ${className ?? ""}`)} />
    </Field>
  );
}

export type Choice = { value: string; label: string; hint?: string };

type SelectProps = Common &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, "name" | "id"> & {
    choices: readonly Choice[];
    empty?: string;
  };

/** `empty` is the words of the choice that says nothing ("Chưa rõ"). */
export function Select({ className, choices, empty, ...props }: SelectProps) {
  const { field, tied, wrong, rest } = fieldAndControl(props);
  return (
    <Field {...field}>
      <select {...rest} {...tied} className={controlClass(wrong, className)}>
        {empty !== undefined && <option value="">{empty}</option>}
        {choices.map(({ value, label: words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </Field>
  );
}

type RadioCardsProps = {
  name: string;
  legend: string;
  choices: Choice[];
  chosen?: string | undefined;
  errors?: string[] | undefined;
};

export function RadioCards({ name, legend, choices, chosen, errors }: RadioCardsProps) {
  return (
    <fieldset>
      <legend className="mb-1.5 text-body phone:text-staff font-semibold">{legend}</legend>
      <div className="flex flex-wrap gap-3">
        {choices.map(({ value, label, hint }, place) => (
          <label
            key={value}
            className="flex min-h-12 cursor-pointer items-center gap-2.5 rounded-button border border-line2 bg-surface px-4 py-2 has-checked:border-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2"
          >
            <input
              type="radio"
              name={name}
              value={value}
              defaultChecked={chosen === value}
              id={place === 0 ? fieldId(name) : undefined}
              className="size-5 accent-ink"
            />
            <span>
              {label}
              {hint && <span className="block text-note text-ink2">{hint}</span>}
            </span>
          </label>
        ))}
      </div>
      <FieldErrors name={name} errors={errors} />
    </fieldset>
  );
}

type CheckboxProps = { name: string; label: string; value?: string; defaultChecked?: boolean; hint?: string };

export function Checkbox({ name, label, value = "yes", defaultChecked = false, hint }: CheckboxProps) {
  return (
    <label className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
      <input
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={defaultChecked}
        id={value === "yes" ? fieldId(name) : `${fieldId(name)}-${value}`}
        className="mt-0.5 size-5 accent-ink"
      />
      <span>
        {label}
        {hint && <span className="block text-note text-ink2">{hint}</span>}
      </span>
    </label>
  );
}
