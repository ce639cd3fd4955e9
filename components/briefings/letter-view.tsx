import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { DoneBar, Notice } from "@/components/ui/states";
import { paragraphLabel } from "@/lib/briefings/labels";
import type { LetterPage } from "@/lib/briefings/queries/letters";
import { changedByHand, type ShownParagraph, type ShownPart, shownText } from "@/lib/briefings/rules/edits";
import { hrefOf } from "@/lib/briefings/rules/letter/address";
import { monthName } from "@/lib/briefings/rules/letter/change";
import type { Figure } from "@/lib/briefings/rules/letter/parts";
import { formatDay } from "@/lib/shared/days";
import { formatNumber } from "@/lib/shared/ratio";
import { EditParagraphForm, IssueForm, RecountForm } from "./letter-forms";

/** A letter before or after it went out: each number opens what it counts, each paragraph can be put otherwise. */
export function LetterView({ page, done }: { page: LetterPage; done: string | undefined }) {
  const { letter, paragraphs, mayWrite } = page;
  const { id, unit, month, asOf, state, issuedOn, issuedByName, documentNumber, version } = letter;
  const byHand = changedByHand(paragraphs).length;
  const edits = paragraphs.filter(({ edit }) => edit !== null).length;
  const name = monthName(month);
  return (
    <div className="mx-auto max-w-[900px]">
      <PageHeading
        title={`Tình hình phát triển đảng viên ${name.toLowerCase()}`}
        under={`${unit.name}. Số liệu đến ngày ${formatDay(asOf)}`}
        back={{ href: `/briefings/letters?unit=${encodeURIComponent(unit.code)}`, label: "Thư hằng tháng" }}
        actions={
          <>
            <ButtonLink href={`/briefings/letters/${id}/print`}>Bản để in</ButtonLink>
            <ButtonLink href={`/briefings/letters/${id}/word`} download>
              Tải Word
            </ButtonLink>
          </>
        }
      />
      {done && <DoneBar message={doneWords(done)} />}
      {state === "issued" && (
        <Notice tone="passes" title={`Đã phát hành ngày ${formatDay(issuedOn ?? asOf)}`}>
          {documentNumber && `Số ${documentNumber}. `}
          {issuedByName} phát hành. Thư không sửa được nữa.
        </Notice>
      )}
      {byHand > 0 && (
        <Notice tone="warns" title={`${formatNumber(byHand)} số ghi tay khác số phần mềm đếm`}>
          Số ghi tay có gạch dưới, bên cạnh là số đếm được.
        </Notice>
      )}
      <div className="space-y-4">
        {paragraphs.map((paragraph) => (
          <Panel
            key={paragraph.key}
            id={paragraph.key}
            heading={paragraphLabel(paragraph.key)}
            aside={
              paragraph.edit &&
              `Sửa lần ${paragraph.edit.edition}, ${paragraph.edit.editedByName}, ${formatDay(paragraph.edit.editedOn)}`
            }
          >
            <p className="max-w-[68ch] text-read [text-wrap-style:pretty]">
              {paragraph.parts.map((part, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a frozen text have no other name
                <PartShown key={place} part={part} />
              ))}
            </p>
            <Earlier paragraph={paragraph} />
            {mayWrite && (
              <details className="no-print mt-3">
                <summary className="link cursor-pointer py-2 text-staff">
                  Sửa đoạn này<span className="sr-only">: {paragraphLabel(paragraph.key)}</span>
                </summary>
                <EditParagraphForm
                  letterId={id}
                  version={version}
                  paragraph={paragraph.key}
                  words={shownText(paragraph)}
                  edited={paragraph.edit !== null}
                />
              </details>
            )}
          </Panel>
        ))}
      </div>
      {mayWrite && (
        <div className="no-print mt-6 flex flex-wrap items-start gap-3">
          <IssueForm letterId={id} version={version} month={name.toLowerCase()} />
          <RecountForm letterId={id} version={version} edits={edits} />
        </div>
      )}
    </div>
  );
}

function PartShown({ part }: { part: ShownPart }) {
  if (part.is === "words") return part.text;
  if (part.is === "figure") return <FigureLink figure={part.figure} text={part.figure.text} />;
  const { typed, counted } = part;
  return (
    <span className="keep">
      <span className="font-semibold underline decoration-ochre decoration-2 underline-offset-4">
        {typed}
      </span>{" "}
      <span className="text-note text-ochre-text">
        {counted === null ? (
          "(ghi tay)"
        ) : (
          <>
            (ghi tay; đếm được{" "}
            {counted.figure ? <FigureLink figure={counted.figure} text={counted.text} /> : counted.text})
          </>
        )}
      </span>
    </span>
  );
}

function FigureLink({ figure: { source }, text }: { figure: Figure; text: string }) {
  return (
    <a href={hrefOf(source)} className="opens figures">
      {text}
    </a>
  );
}

function Earlier({ paragraph: { history, edit } }: { paragraph: ShownParagraph }) {
  const earlier = history.filter((one) => one !== edit);
  if (earlier.length === 0) return null;
  return (
    <details className="no-print mt-2">
      <summary className="link cursor-pointer py-2 text-staff">
        {formatNumber(earlier.length)} lần sửa trước
      </summary>
      <ul className="mt-2 space-y-2">
        {earlier.map(({ edition, words, editedByName, editedOn }) => (
          <li key={edition} className="border-l-2 border-line2 pl-3 text-staff">
            <span className="text-ink2">
              Lần {edition}, {editedByName}, {formatDay(editedOn)}:
            </span>{" "}
            {words ?? "lấy lại lời tính từ số liệu"}
          </li>
        ))}
      </ul>
    </details>
  );
}

function doneWords(done: string): string {
  const words: Record<string, string> = {
    written: "Đã lập thư. Hãy đọc lại từng đoạn trước khi phát hành.",
    edited: "Đã ghi đoạn văn.",
    recounted: "Đã tính lại số liệu.",
    issued: "Đã phát hành thư.",
  };
  return words[done] ?? "Đã ghi.";
}
