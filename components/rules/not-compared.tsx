/** Beside a source that was inferred, remembered or found only once. */
export function NotCompared() {
  return (
    <span className="keep rounded-tag border border-ochre-line bg-ochre-soft px-1.5 text-chip text-ochre-text">
      chưa đối chiếu
    </span>
  );
}
