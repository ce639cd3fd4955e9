import { PageHeading } from "@/components/ui/page-heading";
import { PrintButton } from "@/components/ui/page-tools";
import { type Block, type Line, type Paper, runsOf } from "@/lib/platform/documents/paper";

/** A paper for signature on the screen and on A4: the same that goes out as Word. */
export function PaperView({
  paper,
  title,
  back,
}: {
  paper: Paper;
  title: string;
  back: { href: string; label: string };
}) {
  const { head, title: lines = [], blocks, signatures = [], foot } = paper;
  return (
    <div className="mx-auto max-w-[860px]">
      <div className="no-print">
        <PageHeading title={title} back={back} actions={<PrintButton />} />
      </div>
      <article className="rounded-panel border border-line bg-surface p-5 phone:p-10 print:rounded-none print:border-0 print:p-0">
        {head && (
          <header className="grid grid-cols-2 gap-4 text-center">
            {[head.left, head.right].map((side) => (
              <div key={side.map(textOf).join("|")}>
                {side.map((line) => (
                  <LineShown key={textOf(line)} line={line} />
                ))}
              </div>
            ))}
          </header>
        )}
        <div className="my-6 text-center">
          {lines.map((line, place) =>
            place === 0 ? (
              <h2 key={textOf(line)} className="text-headline font-semibold">
                {textOf(line)}
              </h2>
            ) : (
              <LineShown key={textOf(line)} line={line} />
            ),
          )}
        </div>
        <div className="space-y-3">
          {blocks.map((block, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a paper is read once and never reordered
            <BlockShown key={place} block={block} />
          ))}
        </div>
        <div className="mt-10 grid grid-cols-2 gap-4 text-center [break-inside:avoid]">
          {signatures.map(({ above }) => (
            <div key={above.map(textOf).join("|")} className="min-h-32">
              {above.map((line) => (
                <LineShown key={textOf(line)} line={line} />
              ))}
            </div>
          ))}
        </div>
        {foot && (
          <footer className="mt-6 border-t border-line2 pt-2 text-note text-ink2 print:border-[#000]">
            {foot}
          </footer>
        )}
      </article>
    </div>
  );
}

const textOf = (line: Line): string =>
  runsOf(line)
    .map(({ text }) => text)
    .join("");

function LineShown({ line }: { line: Line }) {
  return (
    <p className={line.align === "left" ? "text-left" : undefined}>
      <Runs line={line} />
    </p>
  );
}

function Runs({ line }: { line: Line }) {
  return runsOf(line).map(({ text, bold, italic, underline }) => (
    <span
      key={text}
      className={[bold && "font-semibold", italic && "italic", underline && "underline underline-offset-4"]
        .filter(Boolean)
        .join(" ")}
    >
      {text}
    </span>
  ));
}

const CELL = "border border-line2 px-2 py-1.5 align-top print:border-[#000]";

function BlockShown({ block }: { block: Block }) {
  switch (block.is) {
    case "heading":
      return <h3 className="pt-2 font-semibold">{textOf(block)}</h3>;
    case "paragraph":
      return (
        <p className="text-justify">
          <Runs line={block} />
        </p>
      );
    case "table":
      return (
        <div className="overflow-x-auto print:overflow-visible">
          <table className="w-full text-staff print:text-[11pt]">
            <thead>
              {block.table.head.map((row) => (
                <tr key={row.map(textOf).join("|")}>
                  {row.map((cell) => (
                    <th key={textOf(cell)} className={`${CELL} font-semibold`}>
                      {textOf(cell)}
                    </th>
                  ))}
                </tr>
              ))}
            </thead>
            <tbody>
              {block.table.body.map((row) => (
                <tr key={row.map(textOf).join("|")}>
                  {row.map((cell, place) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a paper do not move
                    <td key={place} className={CELL}>
                      {textOf(cell)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
    default:
      return null;
  }
}
