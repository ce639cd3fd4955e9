"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { controlClass } from "@/components/ui/field";
import { StatusShape } from "@/components/ui/shapes";

type Kind = { name: string; label: string };
type Progress = { percent: number; words: string } | null;

/** Sends a file for a dry run and shows how far it is; nothing is written yet. */
export function UploadForm({ kinds }: { kinds: Kind[] }) {
  const router = useRouter();
  const [progress, setProgress] = useState<Progress>(null);
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
    request.open(
      "POST",
      `/api/v1/imports?${new URLSearchParams({ kind: String(form.get("kind")), name: file.name })}`,
    );
    request.setRequestHeader("X-File-Size", String(file.size));
    request.upload.onprogress = ({ loaded, total }) =>
      setProgress({ percent: Math.round((loaded * 60) / total), words: "Đang tải tệp lên" });
    request.upload.onload = () => setProgress({ percent: 70, words: "Đang kiểm tra từng dòng" });
    request.onload = () => {
      setProgress(null);
      const answer = answerOf(request.responseText);
      if (request.status === 200 && answer.batch) router.push(`/import/${answer.batch}`);
      else setRefused(answer.error?.message ?? "Không kiểm tra được tệp này.");
    };
    request.onerror = () => {
      setProgress(null);
      setRefused("Mất kết nối khi tải tệp. Chưa có gì được ghi; hãy thử lại.");
    };
    setProgress({ percent: 1, words: "Đang tải tệp lên" });
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
      {progress && (
        <div role="status">
          <p className="text-staff">{progress.words}… có thể sang trang khác sau khi tải xong.</p>
          <progress value={progress.percent} max={100} className="h-2 w-full" aria-label={progress.words} />
        </div>
      )}
      <Button type="submit" look="main" disabled={progress !== null}>
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
