"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { MeetingFinding } from "@/lib/meetings/rules/finding";
import type { FormState } from "@/lib/shared/form-state";
import { type Fields, type KeptEntry, readKept, writeKept } from "./kept-entries";

/** `typing`: not left yet; `waiting`: to be sent; `refused`: the server said why not. */
export type EntryState = "stored" | "typing" | "waiting" | "refused";
export type Entry = KeptEntry & { state: EntryState; answer: FormState<MeetingFinding> | null };
export type Send = (id: string, entry: KeptEntry) => Promise<FormState<MeetingFinding>>;

const RETRY_MS = 3000;
/** Still here so long after the page was asked to go: it was a download, or the way was blocked. */
const STAYED_MS = 10_000;

/**
 * Entries that are stored one by one when they are left. What is not stored yet is kept in this browser under
 * `place` and sent again by itself, in its order, once the connection is back.
 */
export function useEntries(
  place: string,
  initial: Record<string, Pick<KeptEntry, "fields" | "version">>,
  send: Send,
) {
  const [entries, setEntries] = useState<Record<string, Entry>>(() =>
    Object.fromEntries(Object.entries(initial).map(([id, entry]) => [id, storedEntry(entry)])),
  );
  const [lost, setLost] = useState(false);
  const latest = useRef(entries);
  const busy = useRef(false);
  const leaving = useRef(false);

  const put = useCallback(
    (id: string, change: Partial<Entry>) => {
      const before = latest.current[id];
      if (!before) return;
      latest.current = { ...latest.current, [id]: { ...before, ...change } };
      setEntries(latest.current);
      if (!leaving.current) writeKept(place, unstored(latest.current));
    },
    [place],
  );

  const flush = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    for (;;) {
      const [id, entry] = Object.entries(latest.current).find(([, { state }]) => state === "waiting") ?? [];
      if (!id || !entry) break;
      const { fields, version, key } = entry;
      const answer = await send(id, { fields, version, key }).catch(() => null);
      setLost(answer === null);
      if (answer === null) break;
      put(id, settled(latest.current[id] ?? entry, key, answer));
    }
    busy.current = false;
  }, [put, send]);

  const change = useCallback(
    (id: string, fields: Fields) =>
      put(id, { fields, key: crypto.randomUUID(), state: "typing", answer: null }),
    [put],
  );
  const leave = useCallback(
    (id: string) => {
      if (latest.current[id]?.state === "typing") put(id, { state: "waiting" });
      void flush();
    },
    [put, flush],
  );
  /** Sends what was typed here over what the other editor typed; `version` is theirs. */
  const insist = useCallback(
    (id: string, version: number) => {
      put(id, { version, key: crypto.randomUUID(), state: "waiting", answer: null });
      void flush();
    },
    [put, flush],
  );
  const adopt = useCallback(
    (id: string, fields: Fields, version: number) =>
      put(id, { fields, version, state: "stored", answer: null }),
    [put],
  );

  useEffect(() => {
    for (const [id, { fields, version, key }] of Object.entries(readKept(place)))
      put(id, { fields, version, key, state: "waiting" });
    const onOffline = () => setLost(true);
    const onOnline = () => {
      setLost(false);
      void flush();
    };
    onOnline();
    if (!navigator.onLine) onOffline();
    window.addEventListener("offline", onOffline);
    window.addEventListener("online", onOnline);
    return () => {
      window.removeEventListener("offline", onOffline);
      window.removeEventListener("online", onOnline);
    };
  }, [place, put, flush]);

  // What arrives while the page is being left may be missing on the page read meanwhile: it is kept, and sent
  // once more under its key, which does nothing twice.
  useEffect(() => {
    leaving.current = false;
    const onLeave = () => {
      leaving.current = true;
      window.setTimeout(() => {
        leaving.current = false;
        writeKept(place, unstored(latest.current));
      }, STAYED_MS);
    };
    window.addEventListener("beforeunload", onLeave);
    return () => {
      leaving.current = true;
      window.removeEventListener("beforeunload", onLeave);
    };
  }, [place]);

  useEffect(() => {
    if (!lost) return;
    const timer = window.setInterval(() => void flush(), RETRY_MS);
    return () => window.clearInterval(timer);
  }, [lost, flush]);

  const unsent = Object.values(entries).filter(({ state }) => state !== "stored").length;
  const refused = Object.values(entries).filter(({ state }) => state === "refused").length;
  return { entries, latest, lost, unsent, refused, change, leave, insist, adopt };
}

const storedEntry = ({ fields, version }: Pick<KeptEntry, "fields" | "version">): Entry => ({
  fields,
  version,
  key: "",
  state: "stored",
  answer: null,
});

function unstored(entries: Record<string, Entry>): Record<string, KeptEntry> {
  return Object.fromEntries(
    Object.entries(entries)
      .filter(([, { state }]) => state !== "stored")
      .map(([id, { fields, version, key }]) => [id, { fields, version, key }]),
  );
}

/** What becomes of an entry after the server answered to what was sent under `key`; more may be typed since. */
function settled(now: Entry, key: string, answer: FormState<MeetingFinding>): Partial<Entry> {
  if (answer.done) {
    const version = now.version + 1;
    return now.key === key ? { version, state: "stored", answer: null } : { version };
  }
  return now.key === key ? { state: "refused", answer } : {};
}
