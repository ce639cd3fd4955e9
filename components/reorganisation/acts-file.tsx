"use client";

import { type FormEvent, useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { controlClass } from "@/components/ui/field";
import { Panel } from "@/components/ui/panel";
import { StatusShape } from "@/components/ui/shapes";
import type { ReadActs } from "@/lib/reorganisation/import";
import { vietnameseOf } from "@/lib/shared/two-languages";

/** Reads a file of acts into the form below; nothing is kept of the file itself. */
export function ActsFile({ onRead }: { onRead(read: ReadActs): void }) {
  const [says, setSays] = useState<{ wrong: boolean; sentences: string[] } | null>(null);
  const [busy, setBusy] = useState(false);

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const file = new FormData(event.currentTarget).get("file");
    if (!(file instanceof File) || file.size === 0)
      return setSays({ wrong: true, sentences: ["Hãy chọn một tệp XLSX, ODS hoặc CSV."] });
    setBusy(true);
    try {
      const answer = await fetch(`/api/v1/reorganisations?${new URLSearchParams({ name: file.name })}`, {
        method: "POST",
        body: file,
      });
      const body = (await answer.json()) as ReadActs & { error?: { message: string } };
      if (!answer.ok)
        return setSays({ wrong: true, sentences: [vietnameseOf(body.error?.message ?? UNREAD)] });
      onRead(body);
      setSays({
        wrong: false,
        sentences: [`Đã đọc ${body.rows.length} việc từ ${file.name}.`, ...body.notes],
      });
    } catch {
      setSays({ wrong: true, sentences: [UNREAD] });
    } finally {
      setBusy(false);
    }
  };

  return (
    <Panel heading="Từ một tệp" className="mb-5 hidden phone:block">
      <form onSubmit={send} className="flex flex-wrap items-end gap-3">
        <label className="block min-w-72 flex-1 font-semibold">
          Tệp XLSX, ODS hoặc CSV
          <input
            type="file"
            name="file"
            accept=".xlsx,.ods,.csv"
            className={controlClass(false, "mt-1.5 py-1.5 font-normal")}
          />
        </label>
        <Button type="submit" disabled={busy}>
          {busy ? "Đang đọc…" : "Đọc tệp"}
        </Button>
        <ButtonLink href="/api/v1/reorganisations/template" look="quiet" download>
          Tải mẫu
        </ButtonLink>
      </form>
      {says && (
        <div role={says.wrong ? "alert" : "status"} className="mt-3 flex items-start gap-2 text-staff">
          <span className="mt-1">
            <StatusShape shape={says.wrong ? "blocks" : "passes"} />
          </span>
          <div>
            {says.sentences.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
        </div>
      )}
    </Panel>
  );
}

const UNREAD = "Không đọc được tệp này.";
