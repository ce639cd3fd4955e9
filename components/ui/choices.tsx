"use client";

import type { ReactNode } from "react";
import { useAnswer } from "./answer";
import { classNames } from "./class-names";
import { FieldErrors, fieldId } from "./field";
import type { Choice } from "./inputs";

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
