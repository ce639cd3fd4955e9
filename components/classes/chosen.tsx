"use client";

import { useEffect, useRef, useState } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { MOST_TICKED } from "@/lib/classes/rules/filter";

type ChosenProps = {
  /** Ticked on other pages of the list. */
  elsewhere: string[];
  /** How many the whole list has, where it is more than this page. */
  whole: string | null;
};

/**
 * How many boxes of the form around it are ticked, here and on other pages, and what is done with them. What
 * is ticked is kept in the address, so that it stays when the list is narrowed or turned.
 */
export function Chosen({ elsewhere, whole }: ChosenProps) {
  const place = useRef<HTMLDivElement>(null);
  const [kept, setKept] = useState(elsewhere);
  const [count, setCount] = useState(elsewhere.length);
  const boxes = () => [
    ...(place.current
      ?.closest("form")
      ?.querySelectorAll<HTMLInputElement>('input[type=checkbox][name="person"]') ?? []),
  ];
  const tell = (others: string[]) => {
    const ids = [...others, ...boxes().flatMap(({ checked, value }) => (checked ? [value] : []))];
    setCount(ids.length);
    const address = new URL(window.location.href);
    address.searchParams.delete("person");
    for (const id of ids.slice(0, MOST_TICKED)) address.searchParams.append("person", id);
    if (address.href !== window.location.href) window.history.replaceState(null, "", address);
  };
  useEffect(() => {
    const form = place.current?.closest("form");
    const follow = () => tell(kept);
    follow();
    form?.addEventListener("change", follow);
    return () => form?.removeEventListener("change", follow);
  });
  const choose = (all: boolean) => {
    for (const box of boxes()) box.checked = all;
    setKept([]);
    tell([]);
  };
  return (
    <div
      ref={place}
      className="no-print sticky bottom-0 z-10 flex flex-wrap items-center justify-between gap-3 border-t border-line bg-canvas py-3 max-phone:bottom-19"
    >
      {kept.map((id) => (
        <input key={id} type="hidden" name="person" value={id} />
      ))}
      <span className="flex flex-wrap items-center gap-3">
        <span role="status">
          {count === 0 ? "Chưa chọn ai" : `Đã chọn ${count} người`}
          {kept.length > 0 && `, ${kept.length} người ở trang khác`}
          {count > MOST_TICKED && `. Chọn từng người được nhiều nhất ${MOST_TICKED} người.`}
        </span>
        <Button look="quiet" onClick={() => choose(count === 0)}>
          {count === 0 ? (whole ? "Chọn cả trang" : "Chọn tất cả") : "Bỏ chọn"}
        </Button>
      </span>
      <span className="flex flex-wrap items-center gap-3">
        {whole && (
          <button type="submit" name="all" value="yes" className={buttonClass()}>
            Lập lớp cho cả danh sách ({whole} người)
          </button>
        )}
        <button type="submit" className={buttonClass("main")} disabled={count > MOST_TICKED}>
          Lập lớp cho những người đã chọn
        </button>
      </span>
    </div>
  );
}
