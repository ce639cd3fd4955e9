/** Beside a source that was inferred, remembered or found once; `with` names the text still to be read. */
export function NotCompared({ with: text }: { with?: string }) {
  return (
    <span className="keep rounded-tag border border-ochre-line bg-ochre-soft px-1.5 text-chip text-ochre-text">
      chưa đối chiếu{text && ` ${text}`}
    </span>
  );
}
