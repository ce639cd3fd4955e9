import type { FormState } from "@/lib/shared/form-state";

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
