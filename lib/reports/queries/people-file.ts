import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import { spendPeople, withPeople } from "@/lib/access/people-budget";
import type { NamedFile } from "@/lib/platform/file-answer";
import { peopleFile } from "../export/file";
import { peopleRows, personLine } from "../export/people";
import { type FigurePerson, findFigurePeopleInTurn } from "../repository/figures";
import { saveNamesLeft } from "../repository/names-left";
import type { ReportParameters } from "../rules/parameters";
import { loadFigure, type OpenedFigure, type PeopleReport } from "./people";

const AT_ONCE = 5000;

/**
 * The people behind a figure as a table, written while they are read: what is kept of them is the file alone. It is whole
 * before it leaves, so that a budget that does not hold it lets nobody out.
 */
export function loadPeopleFile(
  parameters: ReportParameters,
  path: string,
  format: "csv" | "xlsx",
  atOnce: number = AT_ONCE,
): Promise<NamedFile<ReadableStream<Uint8Array>>> {
  return withPeople(
    "people.exportNames",
    async (scope) => {
      const opened = await loadFigure(scope, parameters, path);
      const { head, tree } = opened.context;
      let count = 0;
      async function* rows() {
        for await (const people of peopleInTurn(scope, opened, atOnce)) {
          count += people.length;
          await spendPeople(
            scope,
            people.map(({ id }) => id),
          );
          yield* peopleRows({ people: people.map(personLine) });
        }
      }
      const report: PeopleReport = { ...head, report: "people", figure: path, count, people: [], next: null };
      const { name, body } = peopleFile(report, rows(), format);
      const written = await new Response(body).blob();
      await saveNamesLeft(scope, { parameters, path, ord: tree.total[0]?.lo }, count);
      return { name, body: written.stream() };
    },
    { timeoutMs: 120_000 },
  );
}

/** The persons of an opened figure, so many at once. */
async function* peopleInTurn(
  scope: UnitScope,
  { parts, context }: OpenedFigure,
  atOnce: number,
): AsyncGenerator<FigurePerson[]> {
  const { stood } = context.tree;
  for (const { figure, ranges } of parts)
    yield* findFigurePeopleInTurn(scope, ranges, figure, { stood, atOnce });
}
