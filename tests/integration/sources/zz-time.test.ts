import { test } from "vitest";
import { ensureDemoWorld } from "@/prisma/seed/demo";
import { actAsOperator } from "@/lib/access/acting";
import { withScope } from "@/lib/access/gate";
test("time", async () => {
  let at = Date.now();
  await ensureDemoWorld((step) => { console.log(`+${Date.now() - at} ms`, step); at = Date.now(); });
  console.log(`+${Date.now() - at}`);
  const rows = await actAsOperator("t", () => withScope("union.read", ({ db }) => db.$queryRawUnsafe(`select (select count(*) from union_member)::int m, (select count(*) from union_rating)::int r, (select count(*) from referral)::int f, (select count(*) from referral where candidate_id is not null)::int fc, (select count(*) from candidate where source='UNION')::int c, (select count(*) from audit_event)::int a`)));
  console.log(rows);
}, 300000);
