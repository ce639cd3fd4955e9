"use client";

import { type ReactNode, useId } from "react";
import { controlClass } from "@/components/ui/field";
import type { Choice } from "@/components/ui/inputs";

type Common = {
  name: string;
  label: string;
  /** What tells this form from others of the page, for a screen reader. */
  of?: string;
  hint?: string;
  errors?: string[] | undefined;
  defaultValue?: string;
  className?: string;
};

type Tied = {
  id: string;
  name: string;
  "aria-invalid": true | undefined;
  "aria-describedby": string | undefined;
};

/** A field of one of several forms on a page: its ids are its own. */
function OwnField({
  name,
  label,
  of,
  hint,
  errors,
  className,
  children,
}: Omit<Common, "defaultValue"> & { children: (tied: Tied) => ReactNode }) {
  const id = useId();
  const wrong = Boolean(errors?.length);
  const described = [hint && `${id}hint`, wrong && `${id}error`].filter(Boolean).join(" ") || undefined;
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 block text-body font-semibold phone:text-staff">
        {label}
        {of && <span className="sr-only">: {of}</span>}
      </label>
      {children({ id, name, "aria-invalid": wrong || undefined, "aria-describedby": described })}
      {hint && (
        <p id={`${id}hint`} className="mt-1 text-note text-ink2">
          {hint}
        </p>
      )}
      {wrong && (
        <p id={`${id}error`} role="alert" className="mt-1.5 text-note font-medium text-red-hover">
          {errors?.join(" ")}
        </p>
      )}
    </div>
  );
}

export function OwnText({ defaultValue = "", ...field }: Common) {
  return (
    <OwnField {...field}>
      {(tied) => (
        <input
          type="text"
          {...tied}
          defaultValue={defaultValue}
          className={controlClass(Boolean(field.errors?.length))}
        />
      )}
    </OwnField>
  );
}

export function OwnDay({ defaultValue = "", ...field }: Common) {
  return (
    <OwnField {...field}>
      {(tied) => (
        <input
          type="text"
          inputMode="numeric"
          placeholder="dd/mm/yyyy"
          autoComplete="off"
          maxLength={10}
          {...tied}
          defaultValue={defaultValue}
          className={controlClass(Boolean(field.errors?.length), "figures max-w-48")}
        />
      )}
    </OwnField>
  );
}

export function OwnTextArea({ defaultValue = "", rows = 2, ...field }: Common & { rows?: number }) {
  return (
    <OwnField {...field}>
      {(tied) => (
        <textarea
          rows={rows}
          {...tied}
          defaultValue={defaultValue}
          className={controlClass(Boolean(field.errors?.length), "py-2")}
        />
      )}
    </OwnField>
  );
}

export function OwnSelect({
  defaultValue = "",
  choices,
  empty,
  ...field
}: Common & { choices: readonly Choice[]; empty?: string }) {
  return (
    <OwnField {...field}>
      {(tied) => (
        <select {...tied} defaultValue={defaultValue} className={controlClass(Boolean(field.errors?.length))}>
          {empty !== undefined && <option value="">{empty}</option>}
          {choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </OwnField>
  );
}
