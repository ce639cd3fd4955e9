import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { EmptyState } from "@/components/ui/states";
import { classFormLabel, clusterDaysLabel, milieuLabel } from "@/lib/classes/labels";
import {
  type Cluster,
  type Clusters,
  COMMON_CLASS,
  LARGEST_CLASS,
  MOST_CLUSTERS,
  OWN_CLASS,
} from "@/lib/classes/rules/cluster";
import type { NeedsAddress } from "@/lib/classes/schema";
import { formatNumber } from "@/lib/shared/ratio";
import { needFields } from "./need-fields";

type ClusterPanelProps = { suggested: Clusters; address: NeedsAddress };

/** Which place and days would serve most people with the least travel; the organiser decides. */
export function ClusterPanel({ suggested: { clusters, outside }, address }: ClusterPanelProps) {
  const base = needFields({ ...address, audience: "ALL", waited: null, source: null });
  return (
    <Panel flush heading="Gợi ý theo cụm" aside="Đồng chí quyết định" className="mb-5">
      {clusters.length === 0 ? (
        <EmptyState title="Chưa đủ người để gợi ý">
          Cần ít nhất {COMMON_CLASS} người cùng chờ học. Hãy chọn từng người từ danh sách.
        </EmptyState>
      ) : (
        <ul className="border-t border-line">
          {clusters.map((one) => (
            <ClusterItem
              key={one.key}
              one={one}
              href={`/classes/new?${new URLSearchParams({ ...base, cluster: one.key })}`}
            />
          ))}
        </ul>
      )}
      {clusters.length > 0 && outside.people > 0 && (
        <p className="border-t border-line px-5 py-3 text-ink2">
          Còn {formatNumber(outside.people)} người ở {formatNumber(outside.units)} đơn vị chưa có trong gợi ý
          nào. Chọn một nơi ở bộ lọc của danh sách cần học để xem gợi ý riêng của nơi ấy.
        </p>
      )}
      <details className="border-t border-line px-5 py-3">
        <summary className="cursor-pointer font-semibold">Cách tính</summary>
        <Explanation />
      </details>
    </Panel>
  );
}

function ClusterItem({ one, href }: { one: Cluster; href: string }) {
  const { place, milieu, form, units, people, travelling, classes } = one;
  return (
    <li className="flex flex-wrap items-center gap-x-5 gap-y-3 border-b border-line px-5 py-4 last:border-0">
      <span className="min-w-60 flex-1">
        <span className="block font-semibold">{place.name}</span>
        <span className="block text-ink2">
          {milieuLabel(milieu)}. {classFormLabel(form)}: {clusterDaysLabel(one)}.
        </span>
        <span className="block">
          {formatNumber(people)} người của {formatNumber(units)} đơn vị,{" "}
          {travelling === 0
            ? "không ai phải đi nơi khác"
            : `${formatNumber(travelling)} người phải đi nơi khác`}
          .{classes > 1 && ` Nên chia ${formatNumber(classes)} lớp.`}
        </span>
      </span>
      <ButtonLink href={href}>
        Lập lớp theo gợi ý<span className="sr-only">: {place.name}</span>
      </ButtonLink>
    </li>
  );
}

function Explanation() {
  return (
    <ul className="mt-2 list-disc space-y-1.5 pl-5 text-staff text-ink2">
      <li>
        Tính từ những người đang cần học, theo tổ chức cơ sở đảng của họ. Không tính người đã được gọi vào lớp
        khác.
      </li>
      <li>
        Nhóm theo nghề (học sinh), rồi theo loại hình của chi bộ: khu dân cư và hợp tác xã; doanh nghiệp;
        trường học; cơ quan, đơn vị sự nghiệp, quân đội, công an.
      </li>
      <li>
        Tổ chức cơ sở có từ {OWN_CLASS} người cùng nhóm thì học tại chỗ. Các nơi ít hơn, cùng trực thuộc một
        cấp trên, ghép với nơi đứng cạnh trong cây tổ chức thành lớp từ {COMMON_CLASS} đến {LARGEST_CLASS}{" "}
        người, đặt ở nơi đông nhất. Nhóm còn ít hơn thì học chung tại nơi tổ chức.
      </li>
      <li>
        Khu dân cư và doanh nghiệp học buổi tối nếu không ai phải đi nơi khác, nếu không thì cuối tuần. Học
        sinh và trường học: cuối tuần, từ tháng 6 đến tháng 8 là ngày hè. Cơ quan: ngày làm việc. Lớp học
        chung: cuối tuần.
      </li>
      <li>
        “Đi nơi khác” là học ở tổ chức cơ sở không phải của mình. Phần mềm không lưu bản đồ nên không biết
        quãng đường.
      </li>
      <li>
        Xếp theo số người được học, rồi theo số người phải đi ít nhất; nhiều nhất {MOST_CLUSTERS} gợi ý.
      </li>
    </ul>
  );
}
