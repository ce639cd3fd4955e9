"use client";

import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from "react";
import { useAnswer } from "./answer";
import { classNames } from "./class-names";
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

type Held = Pick<InputHTMLAttributes<HTMLInputElement>, "value" | "defaultValue">;

/**
 * The props of a control taken apart: what is the field's, what ties the control to it, and the rest. Inside
 * an answered form value and errors are found by the name; a control is shown anew to hold what was typed.
 */
function useField<Props extends Common & Held>({
  name,
  label,
  hint,
  optional,
  fieldClassName,
  ...given
}: Props) {
  const answer = useAnswer(name);
  const { id = answer?.id, of = answer?.of, errors = answer?.errors, ...rest } = given;
  const typed = answer && rest.value === undefined;
  return {
    key: answer?.key,
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
    rest: typed ? { ...rest, defaultValue: answer.text ?? rest.defaultValue ?? "" } : rest,
  };
}

type TextInputProps = Common & Omit<InputHTMLAttributes<HTMLInputElement>, "name" | "id">;

export function TextInput({ className, ...props }: TextInputProps) {
  const { key, field, tied, wrong, rest } = useField(props);
  return (
    <Field {...field}>
      <input key={key} type="text" {...rest} {...tied} className={controlClass(wrong, className)} />
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
  const { key, field, tied, wrong, rest } = useField(props);
  return (
    <Field {...field}>
      <textarea
        key={key}
        rows={3}
        {...rest}
        {...tied}
        className={controlClass(wrong, `py-2 ${className ?? ""}`)}
      />
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
  const { key, field, tied, wrong, rest } = useField(props);
  return (
    <Field {...field}>
      <select key={key} {...rest} {...tied} className={controlClass(wrong, className)}>
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
  const answer = useAnswer(name);
  const shown = answer?.text ?? chosen;
  return (
    <fieldset>
      <legend className="mb-1.5 text-body phone:text-staff font-semibold">{legend}</legend>
      <div key={answer?.key} className="flex flex-wrap gap-3">
        {choices.map(({ value, label, hint }, place) => (
          <label
            key={value}
            className="flex min-h-12 cursor-pointer items-center gap-2.5 rounded-button border border-line2 bg-surface px-4 py-2 has-checked:border-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2"
          >
            <input
              type="radio"
              name={name}
              value={value}
              defaultChecked={shown === value}
              id={place === 0 ? (answer?.id ?? fieldId(name)) : undefined}
              className="size-5 accent-ink"
            />
            <span>
              {label}
              {hint && <span className="block text-note text-ink2">{hint}</span>}
            </span>
          </label>
        ))}
      </div>
      <FieldErrors name={name} id={answer?.id} errors={errors ?? answer?.errors} />
    </fieldset>
  );
}

/** What is wrong with a group of fields, where the form around it says so. */
export function GroupErrors({ name }: { name: string }) {
  const answer = useAnswer(name);
  return <FieldErrors name={name} id={answer?.id} errors={answer?.errors} />;
}

type FileInputProps = Common & { accept: string };

/** A file to be sent; it has to be chosen again after each answer. */
export function FileInput(props: FileInputProps) {
  const {
    field,
    tied,
    wrong,
    rest: { accept },
  } = useField(props);
  return (
    <Field {...field}>
      <input type="file" accept={accept} {...tied} className={controlClass(wrong, "py-1.5")} />
    </Field>
  );
}

type TickProps = {
  name: string;
  value: string;
  id?: string | undefined;
  defaultChecked?: boolean;
  className: string;
  boxClassName?: string;
  children: ReactNode;
};

/** A box that may be ticked, in its label. */
export function Tick({
  name,
  value,
  id,
  defaultChecked = false,
  className,
  boxClassName,
  children,
}: TickProps) {
  const answer = useAnswer(name);
  return (
    <label className={className}>
      <input
        key={answer?.key}
        type="checkbox"
        name={name}
        value={value}
        id={id}
        defaultChecked={answer?.ticked?.includes(value) ?? defaultChecked}
        className={classNames("size-5 accent-ink", boxClassName)}
      />
      {children}
    </label>
  );
}

type CheckboxProps = { name: string; label: string; value?: string; defaultChecked?: boolean; hint?: string };

export function Checkbox({ name, label, value = "yes", defaultChecked = false, hint }: CheckboxProps) {
  const id = useAnswer(name)?.id ?? fieldId(name);
  return (
    <Tick
      name={name}
      value={value}
      id={value === "yes" ? id : `${id}-${value}`}
      defaultChecked={defaultChecked}
      className="flex min-h-11 cursor-pointer items-start gap-3 py-2"
      boxClassName="mt-0.5"
    >
      <span>
        {label}
        {hint && <span className="block text-note text-ink2">{hint}</span>}
      </span>
    </Tick>
  );
}
