import { StatusShape } from "@/components/ui/shapes";

/** Quiet: what was typed stays here while the connection is gone, and is sent by itself. */
export function ConnectionBar({ lost, unsent }: { lost: boolean; unsent: number }) {
  return (
    <div role="status" aria-live="polite" className="no-print">
      {lost && (
        <p className="mb-3 flex items-center gap-2.5 rounded-panel border border-ochre-line bg-ochre-soft px-4 py-2.5 text-staff">
          <StatusShape shape="warns" size={16} />
          {unsent > 0
            ? `Mất kết nối: ${unsent} dòng chưa gửi, vẫn giữ trên máy này.`
            : "Mất kết nối: đồng chí cứ nhập tiếp, các dòng được giữ trên máy này."}
        </p>
      )}
    </div>
  );
}
