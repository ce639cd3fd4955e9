import type { FrozenFigure } from "./content";

/** What became of a number between two snapshots, down to the persons who came and went. */
export type FigureChange = {
  path: string;
  line: string | null;
  label: string;
  /** null: the figure was not there. */
  before: number | null;
  after: number | null;
  /** null: nobody stands behind the figure. */
  people: { came: string[]; went: string[] } | null;
};

/** The figures that differ, in their number or in their persons, in the order of the later snapshot. */
export function compareFigures(
  earlier: readonly FrozenFigure[],
  later: readonly FrozenFigure[],
): FigureChange[] {
  const before = new Map(earlier.map((figure) => [figure.path, figure]));
  const known = new Set(later.map(({ path }) => path));
  return [
    ...later.map((figure) => changeOf(before.get(figure.path) ?? null, figure)),
    ...earlier.filter(({ path }) => !known.has(path)).map((figure) => changeOf(figure, null)),
  ].filter(hasChanged);
}

const hasChanged = ({ before, after, people }: FigureChange): boolean =>
  before !== after || (people !== null && people.came.length + people.went.length > 0);

function changeOf(earlier: FrozenFigure | null, later: FrozenFigure | null): FigureChange {
  const { path = "", line = null, label = "" } = later ?? earlier ?? {};
  return {
    path,
    line,
    label,
    before: earlier?.number ?? null,
    after: later?.number ?? null,
    people: peopleChanged(earlier, later),
  };
}

/** A figure that is not there counts nobody. */
function peopleChanged(earlier: FrozenFigure | null, later: FrozenFigure | null): FigureChange["people"] {
  const before = earlier ? earlier.people : [];
  const after = later ? later.people : [];
  if (before === null || after === null) return null;
  const [was, is] = [new Set(before), new Set(after)];
  return { came: after.filter((id) => !was.has(id)), went: before.filter((id) => !is.has(id)) };
}
