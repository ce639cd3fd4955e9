"use client";

import { type ReactNode, useRef } from "react";
import { Button, type ButtonLook } from "./button";

type ConfirmDialogProps = {
  /** The button that asks. */
  open: ReactNode;
  openLook?: ButtonLook;
  /** The question, with the day or number. */
  question: string;
  /** What follows from it. */
  consequence: string;
  /** What has to be told before it is done. */
  fields?: ReactNode;
  /** The verb that leaves everything as it is. */
  harmless: string;
  /** The button that does it, usually a submit button in a form. */
  children: ReactNode;
};

/** Asked only for what cannot go back: two verbs, the focus on the harmless one. */
export function ConfirmDialog({
  open,
  openLook = "panel",
  question,
  consequence,
  fields,
  harmless,
  children,
}: ConfirmDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <Button look={openLook} onClick={() => dialog.current?.showModal()}>
        {open}
      </Button>
      <dialog
        ref={dialog}
        className="m-auto w-[min(480px,92vw)] rounded-panel border border-line2 bg-surface p-6 text-ink shadow-float"
      >
        <h2 className="text-headline font-semibold">{question}</h2>
        <p className="mt-2 text-ink2">{consequence}</p>
        {fields && <div className="mt-4">{fields}</div>}
        <div className="mt-5 flex flex-wrap justify-end gap-3">
          <Button autoFocus onClick={() => dialog.current?.close()}>
            {harmless}
          </Button>
          {children}
        </div>
      </dialog>
    </>
  );
}
