import type { FormState } from "@/lib/shared/form-state";
import { useAnswer } from "./answer";
import { controlClass, describedBy, Field } from "./field";

/** A file to be sent; it has to be chosen again after each answer. */
export function FileInput({ label, hint, accept }: { label: string; hint: string; accept: string }) {
  const errors = useAnswer("file")?.errors;
  return (
    <Field name="file" label={label} hint={hint} errors={errors}>
      <input
        type="file"
        accept={accept}
        {...describedBy("file", true, errors)}
        className={controlClass(Boolean(errors?.length), "py-1.5")}
      />
    </Field>
  );
}

type Action = (previous: FormState, form: FormData) => Promise<FormState>;

/** The file goes as text: an action takes fields, and its answer never carries the file back. */
export function sendsFile(action: Action, mostBytes: number, tooLarge: string): Action {
  return async (previous, form) => {
    const file = form.get("file");
    form.delete("file");
    if (file instanceof File && file.size > mostBytes) {
      const values = Object.fromEntries(
        [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
      );
      return { values, fieldErrors: { file: [tooLarge] }, findings: [], done: null };
    }
    if (file instanceof File && file.size > 0) {
      form.set("fileName", file.name);
      form.set("file", base64(new Uint8Array(await file.arrayBuffer())));
    }
    return action(previous, form);
  };
}

function base64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
