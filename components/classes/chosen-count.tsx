"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";

/** How many boxes of the form around it are ticked, and a button that ticks them all. */
export function ChosenCount() {
  const place = useRef<HTMLSpanElement>(null);
  const [count, setCount] = useState(0);
  const boxes = () => [
    ...(place.current?.closest("form")?.querySelectorAll<HTMLInputElement>('input[name="person"]') ?? []),
  ];
  useEffect(() => {
    const form = place.current?.closest("form");
    const tell = () => setCount(form?.querySelectorAll('input[name="person"]:checked').length ?? 0);
    tell();
    form?.addEventListener("change", tell);
    return () => form?.removeEventListener("change", tell);
  }, []);
  const choose = (all: boolean) => {
    for (const box of boxes()) box.checked = all;
    setCount(all ? boxes().length : 0);
  };
  return (
    <span ref={place} className="flex flex-wrap items-center gap-3">
      <span role="status">{count === 0 ? "Chưa chọn ai" : `Đã chọn ${count} người`}</span>
      <Button look="quiet" onClick={() => choose(count === 0)}>
        {count === 0 ? "Chọn tất cả" : "Bỏ chọn"}
      </Button>
    </span>
  );
}
