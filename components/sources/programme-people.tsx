import { PeopleList } from "@/components/reports/people-list";
import { ButtonLink } from "@/components/ui/button";
import { Drawer } from "@/components/ui/drawer";
import { programmeFigureLabel } from "@/lib/reports/labels";
import type { ProgrammePeople as OpenPeople } from "@/lib/reports/queries/programmes";
import { formatNumber } from "@/lib/shared/ratio";

type Props = {
  open: OpenPeople;
  hrefOf: (changes: Readonly<Record<string, string | null>>) => string;
  links: boolean;
};

/** The people behind a number of a programme, a hundred at a time. */
export function ProgrammePeople({ open, hrefOf, links }: Props) {
  const { path, field, unit, count, next } = open;
  const title = programmeFigureLabel(field);
  return (
    <Drawer title={`${title}, ${unit.name}`} closeHref={hrefOf({ figure: null, after: null })}>
      <div className="px-5 pt-5 pr-18">
        <p className="text-note text-ink2">{unit.name}</p>
        <h2 className="text-headline font-semibold">
          {title}: {formatNumber(count)} người
        </h2>
      </div>
      <div className="flex-1 pb-4">
        <PeopleList drawer={open} links={links} continued={open.continued} />
      </div>
      {(next || open.continued) && (
        <div className="sticky bottom-0 flex gap-3 border-t border-line bg-surface px-5 py-3">
          {open.continued && <ButtonLink href={hrefOf({ figure: path, after: null })}>Về đầu</ButtonLink>}
          {next && (
            <ButtonLink href={hrefOf({ figure: path, after: `${next.givenName}|${next.name}|${next.id}` })}>
              Xem tiếp
            </ButtonLink>
          )}
        </div>
      )}
    </Drawer>
  );
}
