"use client";

import type { InputHTMLAttributes, SelectHTMLAttributes, TextareaHTMLAttributes } from "react";
import { useAnswer } from "./answer";
import { controlClass, describedBy, Field } from "./field";

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
