import type { Belongings } from "@/lib/organisation/repository/units";
import { formatNumber } from "@/lib/shared/ratio";

/** "12 đơn vị trực thuộc, 340 hồ sơ, 5 chỉ tiêu". */
export function belongingsText({ units, people, quotas }: Belongings): string {
  return `${formatNumber(units)} đơn vị trực thuộc, ${formatNumber(people)} hồ sơ, ${formatNumber(quotas)} chỉ tiêu`;
}
