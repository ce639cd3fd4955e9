import { randomUUID } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import pg from "pg";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { openSessionOf } from "@/lib/access/repository/operator";
import { loadCandidate } from "@/lib/pipeline/queries/candidate";
import { loadCandidates } from "@/lib/pipeline/queries/list";
import { loadTasks } from "@/lib/pipeline/queries/tasks";
import { listAddress } from "@/lib/pipeline/schema/address";
import { now } from "@/lib/platform/clock";
import { withDatabase } from "@/lib/platform/with-database";
import { loadReportFile } from "@/lib/reports/queries/any";
import { loadBoard } from "@/lib/reports/queries/board";
import { loadCoveragePage } from "@/lib/reports/queries/coverage";
import { loadForecast } from "@/lib/reports/queries/forecast";
import { loadFunnel } from "@/lib/reports/queries/funnel";
import { loadMonths } from "@/lib/reports/queries/months";
import { loadPeople } from "@/lib/reports/queries/people";
import { loadStandings } from "@/lib/reports/queries/standings";
import { loadYears } from "@/lib/reports/queries/years";
import { boardAddress } from "@/lib/reports/schema";
import { bareBoard, bareCandidate, bareFunnel, bareList, bareStandings, type Place } from "./bare";
import { bringIn, takeBack, tenThousandRows } from "./import-rows";
import { type Bench, growthTable, type Line, mostMemory, summarised, table, timed } from "./measure";
import { timedSaving } from "./save-step";

const YEAR = now().getFullYear();
const [FROM, TO] = [`${YEAR}-01-01`, `${YEAR}-12-31`];

/** The levels of a synthetic world: who looks, and from where. */
const LEVELS = [
  { name: "a cell", login: "chibo", code: "P01D01B01C01" },
  { name: "a base committee", login: "xa", code: "P01D01B01" },
  { name: "the province", login: "tinh", code: "P01" },
  { name: "the country", login: "trunguong", code: "TW" },
];

/** `--keep <file>` keeps what was measured; `--growth <file> …` compares kept ones, the smallest world first. */
const [option, ...files] = process.argv.slice(2);
if (option === "--growth") {
  const kept = files.map((file): Bench => JSON.parse(readFileSync(file, "utf8")));
  process.stdout.write(`${growthTable(kept)}\n`);
  process.exit(0);
}

await withDatabase(async ({ DATABASE_OWNER_URL }) => {
  const client = new pg.Client({ connectionString: DATABASE_OWNER_URL });
  await client.connect();
  await client.query("SET ROLE pdv_definer");
  const { rows: sizes } = await client.query<{ units: number; provinces: number; candidates: number }>(
    "SELECT count(*)::int AS units, count(*) FILTER (WHERE kind = 'PROVINCE')::int AS provinces, (SELECT count(*)::int FROM candidate) AS candidates FROM unit",
  );
  const { units, provinces, candidates } = sizes[0] ?? { units: 0, provinces: 0, candidates: 0 };
  const placeOf = async (code: string): Promise<Place> =>
    (await client.query<Place>("SELECT lo::text, hi::text FROM unit WHERE code = $1", [code])).rows[0] ?? {
      lo: "1",
      hi: "0",
    };
  const lines: Line[] = [];
  const tell = (line: Line) => {
    lines.push(line);
    process.stderr.write(`${line.what}: ${line.ours.median.toFixed(1)} ms\n`);
  };
  const bare = (sql: string | null) => (sql === null ? null : timed(() => client.query(sql)));
  const sessions = new Map<string, string>();
  for (const { login } of LEVELS) {
    const token = randomUUID();
    await actAsOperator("bench", () => openSessionOf(login, token));
    sessions.set(login, token);
  }
  const as = <T>(login: string, run: () => Promise<T>) => actAs(sessions.get(login) ?? "", run);
  const measure = async (what: string, login: string, run: () => Promise<unknown>, sql: string | null) =>
    tell({ what, ours: await timed(() => as(login, run)), bare: await bare(sql) });

  for (const { name, login, code } of LEVELS) {
    await measure(`home of ${name}`, login, loadTasks, null);
    await measure(
      `board of ${name}`,
      login,
      () => loadBoard(boardAddress.parse({})),
      bareBoard(code, FROM, TO),
    );
    const then = boardAddress.parse({ period: String(YEAR - 2), asOf: `31/12/${YEAR - 2}` });
    await measure(`board of ${name}, as it was two years ago`, login, () => loadBoard(then), null);
    await measure(
      `list of ${name}, page 1`,
      login,
      () => loadCandidates(listAddress({}).filter),
      bareList(await placeOf(code)),
    );
  }
  for (const { name, login, code } of LEVELS.slice(2)) {
    const parameters = { unit: code, from: FROM, to: TO, asOf: TO, countBy: null, tree: "as-was" as const };
    await measure(`funnel of ${name}`, login, () => loadFunnel(parameters), bareFunnel(code, FROM, TO));
    await measure(`forecast of ${name}`, login, () => loadForecast(boardAddress.parse({})), null);
    await measure(
      `search of ${name}, without accents`,
      login,
      () => loadCandidates(listAddress({ q: "nguyen van an" }).filter),
      bareList(await placeOf(code), "AND p.name_fold LIKE '%nguyen van an%'"),
    );
    await measure(
      `list of ${name}, filtered`,
      login,
      () => loadCandidates(listAddress({ stage: "certified" }).filter),
      bareList(await placeOf(code), "AND c.stage = 'certified'"),
    );
  }
  for (const { name, login, code } of LEVELS.slice(2)) {
    await measure(
      `worst 50 of all units of ${name}`,
      login,
      () => loadStandings(boardAddress.parse({ rank: "remaining" })),
      bareStandings(code, FROM, TO),
    );
    await measure(`months of ${name}`, login, () => loadMonths(boardAddress.parse({})), null);
    await measure(`five years of ${name}`, login, () => loadYears(boardAddress.parse({})), null);
  }
  await measure("coverage of the province", "tinh", () => loadCoveragePage(boardAddress.parse({})), null);

  const { rows: far } = await client.query<{ id: string; given: string; name: string }>(
    `${bareList(await placeOf("TW"))
      .replace("p.birth_year, c.stage", "p.given_name AS given")
      .replace("LIMIT 51", "OFFSET 25000 LIMIT 1")}`,
  );
  const key = far[0];
  if (key) {
    const filter = { ...listAddress({}).filter, after: { givenName: key.given, name: key.name, id: key.id } };
    await measure(
      "list of the country, page 500",
      "trunguong",
      () => loadCandidates(filter),
      bareList(
        await placeOf("TW"),
        `AND (p.given_name, p.name, c.id) > ('${key.given}', '${key.name}', '${key.id}')`,
      ),
    );
  }
  const { rows: one } = await client.query<{ id: string }>(
    "SELECT c.id FROM candidate c JOIN unit u ON u.code = 'P01' WHERE c.unit_ord BETWEEN u.lo AND u.hi AND c.stage = 'applied' LIMIT 1",
  );
  const id = one[0]?.id ?? "";
  await measure("a candidate's page", "tinh", () => loadCandidate(id), bareCandidate(id));
  const { rows: noted } = await client.query<{ id: string }>(
    "SELECT c.id FROM candidate c JOIN unit u ON u.code = 'P01D01B01C01' WHERE c.unit_id = u.id AND c.closed_on IS NULL AND c.decided_on IS NULL AND c.sympathiser_on IS NOT NULL LIMIT 1",
  );
  if (noted[0])
    tell({
      what: "saving a step, every rule applied",
      ours: await as("chibo", () => timedSaving(noted[0]?.id ?? "")),
      bare: null,
    });
  const file = tenThousandRows();
  const importTimes: number[] = [];
  const backTimes: number[] = [];
  for (let round = 0; round < 4; round++) {
    const begun = performance.now();
    const batch = await bringIn(file);
    const done = performance.now();
    await takeBack(batch);
    if (round === 0) continue;
    importTimes.push(done - begun);
    backTimes.push(performance.now() - done);
  }
  tell({ what: "import of 10 000 rows, every rule applied", ours: summarised(importTimes), bare: null });
  tell({ what: "the same taken back", ours: summarised(backTimes), bare: null });

  const days = {
    unit: "TW",
    from: `${YEAR - 1}-01-01`,
    to: `${YEAR - 1}-${provinces > 1 ? "06-30" : "12-31"}`,
    asOf: `${YEAR - 1}-12-31`,
    countBy: null,
    tree: "as-was" as const,
  };
  const figure = "attainment:total.admitted";
  const { count: people } = await actAsOperator("bench", () => loadPeople(days, figure, { limit: 1 }));
  const exporting = await mostMemory(() =>
    timed(async () => {
      const file = await actAsOperator("bench", () => loadReportFile("people", days, { figure }, "xlsx"));
      for await (const _ of file.body) {
      }
    }, 2),
  );
  tell({ what: "export of a year's people as XLSX", ours: exporting.answer, bare: null });

  await client.end();
  const bench: Bench = { units, candidates, lines };
  if (option === "--keep" && files[0]) writeFileSync(files[0], JSON.stringify(bench));
  process.stdout.write(
    `${units} units, ${candidates} candidacies, ${people} people in the file (${exporting.megabytes} MB at most while it is written), row-level security and audit on\n\n${table(lines)}\n`,
  );
});
process.exit(0);
