import pg from "pg";
import { GET as otherwise } from "@/app/api/v1/[...address]/route";
import { GET as handOver } from "@/app/api/v1/hand-over/route";
import { GET as mended } from "@/app/api/v1/imports/[batchId]/file/route";
import { GET as progress } from "@/app/api/v1/imports/[batchId]/progress/route";
import { GET as rejects } from "@/app/api/v1/imports/[batchId]/rejects/route";
import { GET as importTemplate } from "@/app/api/v1/imports/template/[kind]/route";
import { GET as layout } from "@/app/api/v1/layouts/[report]/route";
import { GET as openApi } from "@/app/api/v1/openapi.json/route";
import { GET as actsTemplate } from "@/app/api/v1/reorganisations/template/route";
import { GET as report } from "@/app/api/v1/reports/[report]/route";
import { GET as snapshot } from "@/app/api/v1/snapshots/[snapshotId]/route";
import { GET as unitTasks } from "@/app/api/v1/unit-tasks/[requestId]/route";
import { GET as units } from "@/app/api/v1/units/route";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { withScope } from "@/lib/access/gate";
import type { Role } from "@/lib/access/policy";
import { makeToken } from "@/lib/connections/actions";
import { initialFormState } from "@/lib/shared/form-state";
import { aFile, bringIn, UNITS } from "./imports";
import { aForm, givenOfficer } from "./organisation";

const DOSSIER = [
  "Mã chi bộ",
  "Họ và tên",
  "Ngày sinh",
  "Giới tính",
  "Số định danh",
  "Dân tộc",
  "Tôn giáo",
  "Ngày giới thiệu",
  "Ngày cấp GCN nhận thức",
  "Số quyết định kết nạp",
  "Ngày quyết định kết nạp",
  "Ngày lễ kết nạp",
];
const DECIDED = ["20/02/2022", "28/10/2022", "1-QĐ/HU", "20/06/2023", "05/07/2023"];
const WAITING = ["20/02/2022", "28/10/2022", "", "", ""];

/** Officers of a small province by login, each with a session, and people of three cells. */
export async function givenConnections(): Promise<Map<string, string>> {
  const sessions = new Map<string, string>();
  await actAsOperator("test", async () => {
    await bringIn("don-vi", aFile(...UNITS));
    const { faults, refused } = await bringIn(
      "ho-so",
      aFile(
        DOSSIER,
        ["A-1", "Trần Thị Mai", "12/08/1998", "Nữ", "066198012345", "Kinh", "Không", ...DECIDED],
        ["A-1", "Lê Văn Nam", "1990", "Nam", "", "", "", ...DECIDED],
        ["A-2", "Phạm Văn Ba", "01/02/1991", "Nam", "", "Tày", "Không", ...DECIDED],
        ...["Một", "Hai", "Ba", "Bốn"].map((name, place) => [
          "B-1",
          `Ngô Văn ${name}`,
          `0${place + 1}/02/1991`,
          "Nam",
          "",
          "",
          "",
          ...DECIDED,
        ]),
        ["A-1", "Đỗ Thị Chờ", "12/08/1997", "Nữ", "", "", "", ...WAITING],
        ["B-1", "Đỗ Thị Đợi", "12/08/1996", "Nữ", "", "", "", ...WAITING],
      ),
    );
    if (refused > 0) throw new Error(JSON.stringify(faults));
    await withScope("account.manage", async (scope) => {
      const officers: [string, Role, string][] = [
        ["province", "provinceOfficer", "T"],
        ["upper", "upperOfficer", "H"],
        ["base", "baseOfficer", "A"],
        ["sister", "baseOfficer", "B"],
        ["viewer", "viewer", "H"],
      ];
      for (const [login, role, code] of officers) {
        const { id } = await scope.db.unit.findUniqueOrThrow({ where: { codeKey: code } });
        sessions.set(login, await givenOfficer(scope, login, role, id));
      }
    });
  });
  return sessions;
}

const EVERYTHING = ["report.read", "people.exportNames", "organisation.read"];

/** A token as its owner makes it on the page; everything unless told. */
export async function aToken(
  session: string,
  told: Partial<Record<"name" | "days" | "unit", string>> & {
    permissions?: string[];
    reports?: string[];
  } = {},
): Promise<string> {
  const state = await actAs(session, () =>
    makeToken(
      initialFormState,
      aForm({ name: "Máy tổng hợp", days: "30", permissions: EVERYTHING, ...told }),
    ),
  );
  const token = /pdv_\S+/.exec(state.done?.message ?? "")?.[0];
  if (!token) throw new Error(`no token: ${JSON.stringify(state)}`);
  return token;
}

type Handler = (request: Request, context: never) => Promise<Response> | Response;

/** The handlers of the API by what their address begins with. */
const HANDLERS: readonly [RegExp, Handler][] = [
  [/^reports\/(?<report>[a-z-]+)$/, report],
  [/^units$/, units],
  [/^hand-over$/, handOver],
  [/^imports\/template\/(?<kind>[a-z-]+)$/, importTemplate],
  [/^imports\/(?<batchId>[0-9a-f-]+)\/progress$/, progress],
  [/^imports\/(?<batchId>[0-9a-f-]+)\/rejects$/, rejects],
  [/^reorganisations\/template$/, actsTemplate],
  [/^layouts\/(?<report>[a-z-]+)$/, layout],
  [/^snapshots\/(?<snapshotId>[0-9a-f-]+)$/, snapshot],
  [/^unit-tasks\/(?<requestId>[0-9a-f-]+)$/, unitTasks],
  [/^imports\/(?<batchId>[0-9a-f-]+)\/file$/, mended],
  [/^openapi\.json$/, openApi as Handler],
  [/^/, otherwise],
];

/** GET /api/v1/… with a token, as another program calls it. */
export async function call(address: string, token: string, from = "192.0.2.7"): Promise<Response> {
  const url = new URL(`/api/v1/${address}`, "http://localhost:3000");
  const path = url.pathname.replace("/api/v1/", "");
  for (const [pattern, handler] of HANDLERS) {
    const match = pattern.exec(path);
    if (!match) continue;
    const headers = { authorization: `Bearer ${token}`, "x-forwarded-for": from };
    return handler(new Request(url, { headers }), { params: Promise.resolve({ ...match.groups }) } as never);
  }
  throw new Error(`no handler for ${path}`);
}

/** A statement of the owner of the database, past every rule of ours. */
export async function asOwner(sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await client.connect();
  try {
    await client.query("SET ROLE pdv_definer");
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}
