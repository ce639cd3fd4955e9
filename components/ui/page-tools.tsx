"use client";

import { ImageDown, Link2, Maximize, Printer } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "./button";
import { Menu } from "./menu";

/** What a page offers besides its figures; on a phone one button, so that the figures come first. */
export function PageTools({ children }: { children: ReactNode }) {
  return (
    <>
      <div className="hidden flex-wrap items-center gap-3 phone:flex">{children}</div>
      <Menu label="… Việc khác" className="phone:hidden" listClassName="left-0 flex flex-col gap-2 p-3">
        {children}
      </Menu>
    </>
  );
}

/** Copies the address, which holds every filter. */
export function CopyLinkButton() {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(window.location.href);
    setCopied(true);
  };
  return (
    <Button look="quiet" onClick={copy} aria-live="polite">
      <Link2 size={16} aria-hidden="true" />
      {copied ? "Đã chép" : "Chép liên kết"}
    </Button>
  );
}

export function PrintButton() {
  return (
    <Button onClick={() => window.print()}>
      <Printer size={16} aria-hidden="true" />
      In
    </Button>
  );
}

/** The page alone on the whole screen, for a meeting; Esc leads back. */
export function FullScreenButton() {
  const toggle = () =>
    document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  return (
    <Button look="quiet" onClick={toggle} className="max-phone:hidden">
      <Maximize size={16} aria-hidden="true" />
      Toàn màn hình
    </Button>
  );
}

/** A chart of the page as a picture: the drawing inside the element of the id, twice its size, on white. */
export function PictureButton({ chart, name }: { chart: string; name: string }) {
  const download = async () => {
    const drawing = document.querySelector(`#${chart} svg`);
    if (!drawing) return;
    const { width, height } = drawing.getBoundingClientRect();
    const copy = drawing.cloneNode(true) as SVGElement;
    copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    copy.setAttribute("width", String(width * 2));
    copy.setAttribute("height", String(height * 2));
    if (!copy.getAttribute("viewBox")) copy.setAttribute("viewBox", `0 0 ${width} ${height}`);
    copy.setAttribute("font-family", "Inter, sans-serif");
    const picture = new Image();
    picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
    await picture.decode();
    const canvas = document.createElement("canvas");
    canvas.width = width * 2;
    canvas.height = height * 2;
    const paper = canvas.getContext("2d");
    if (!paper) return;
    paper.fillStyle = "#fff";
    paper.fillRect(0, 0, canvas.width, canvas.height);
    paper.drawImage(picture, 0, 0);
    const link = document.createElement("a");
    link.href = canvas.toDataURL("image/png");
    link.download = `${name}.png`;
    link.click();
  };
  return (
    <Button look="quiet" onClick={download}>
      <ImageDown size={16} aria-hidden="true" />
      Tải hình
    </Button>
  );
}
