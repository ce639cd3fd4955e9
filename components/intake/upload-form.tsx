"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { controlClass } from "@/components/ui/field";
import { StatusShape } from "@/components/ui/shapes";
import { vietnameseOf } from "@/lib/shared/two-languages";
import { SentImport } from "./progress-lines";

type Kind = { name: string; label: string };
/** On its way, then at the server, where it can be followed if the browser could give it a number. */
type Sent = { is: "sending"; percent: number } | { is: "sent"; batchId: string | null } | null;

/** Sends a file for a dry run and shows how far it is; nothing is written yet. */
export function UploadForm({ kinds }: { kinds: Kind[] }) {
  const router = useRouter();
  const [sent, setSent] = useState<Sent>(null);
  const [refused, setRefused] = useState<string | null>(null);

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const file = form.get("file");
    if (!(file instanceof File) || file.size === 0) {
      setRefused("Hãy chọn một tệp XLSX, ODS hoặc CSV.");
      return;
    }
    setRefused(null);
    const request = new XMLHttpRequest();
    const batchId = typeof crypto.randomUUID === "function" ? crypto.randomUUID() : null;
    const query = new URLSearchParams({ kind: String(form.get("kind")), name: file.name });
    if (batchId) query.set("batch", batchId);
    request.open("POST", `/api/v1/imports?${query}`);
    request.setRequestHeader("X-File-Size", String(file.size));
    request.upload.onprogress = ({ loaded, total }) =>
      setSent({ is: "sending", percent: Math.round((loaded * 100) / total) });
    request.upload.onload = () => setSent({ is: "sent", batchId });
    request.onload = () => {
      setSent(null);
      const answer = answerOf(request.responseText);
      if (request.status === 200 && answer.batch) router.push(`/import/${answer.batch}`);
      else setRefused(vietnameseOf(answer.error?.message ?? "Không kiểm tra được tệp này."));
    };
    request.onerror = () => {
      setSent(null);
      setRefused("Mất kết nối khi tải tệp. Chưa có gì được ghi; hãy thử lại.");
    };
    setSent({ is: "sending", percent: 1 });
    request.send(file);
  };

  return (
    <form onSubmit={send} className="space-y-4">
      {refused && (
        <p
          role="alert"
          className="flex items-start gap-2 rounded-panel border border-red-line bg-red-soft p-3"
        >
          <span className="mt-1">
            <StatusShape shape="blocks" />
          </span>
          {refused}
        </p>
      )}
      <div className="grid gap-4 phone:grid-cols-2">
        <label className="block font-semibold">
          Loại tệp
          <select name="kind" defaultValue="ho-so" className={controlClass(false, "mt-1.5 font-normal")}>
            {kinds.map(({ name, label }) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label className="block font-semibold">
          Tệp XLSX, ODS hoặc CSV
          <input
            type="file"
            name="file"
            accept=".xlsx,.ods,.csv"
            className={controlClass(false, "mt-1.5 py-1.5 font-normal")}
          />
        </label>
      </div>
      {sent?.is === "sending" && (
        <div role="status">
          <p className="text-staff">Đang tải tệp lên… có thể sang trang khác sau khi tải xong.</p>
          <progress value={sent.percent} max={100} className="h-2 w-full" aria-label="Đang tải tệp lên" />
        </div>
      )}
      {sent?.is === "sent" && <p className="text-staff">Đã tải tệp lên, đang kiểm tra từng dòng.</p>}
      {sent?.is === "sent" && sent.batchId && <SentImport batchId={sent.batchId} />}
      <Button type="submit" look="main" disabled={sent !== null}>
        Kiểm tra thử
      </Button>
    </form>
  );
}

type Answer = { batch?: string; error?: { message: string } };

/** What the server said; a page of an error stands for nothing said. */
function answerOf(text: string): Answer {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return {};
  }
}
