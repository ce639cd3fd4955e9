import { ButtonLink } from "@/components/ui/button";
import { Drawer } from "@/components/ui/drawer";
import { KeyValues } from "@/components/ui/lists";
import { Tabs } from "@/components/ui/tabs";
import { comparedWith } from "@/lib/reports/labels";
import type { FigureDrawer as OpenFigure } from "@/lib/reports/queries/drawer";
import type { QuotaLine } from "@/lib/reports/rules/attainment";
import { formatNumber, formatPercent } from "@/lib/shared/ratio";
import { PeopleList } from "./people-list";

export type FigureTab = "people" | "how" | "structure";

type Props = {
  drawer: OpenFigure;
  /** The quotas the number is compared with. */
  quotas?: QuotaLine[];
  tab: FigureTab;
  /** The page's address with another tab, and without the drawer. */
  hrefOf: (changes: Readonly<Record<string, string | null>>) => string;
  /** The list as a file, for who may export names. */
  fileHref: string | null;
  links: boolean;
};

/** What is behind a number: its people, how it is counted, what they are made of. */
export function FigureDrawer({ drawer, quotas = [], tab, hrefOf, fileHref, links }: Props) {
  const { title, unit, count, explained, structure } = drawer;
  const tabs: { tab: FigureTab; label: string; count?: number }[] = [
    { tab: "people", label: "Danh sách", count },
    { tab: "how", label: "Cách tính" },
    ...(structure.length > 0 && count > 0 ? [{ tab: "structure", label: "Cơ cấu" } as const] : []),
  ];
  return (
    <Drawer title={`${title}, ${unit}`} closeHref={hrefOf({ figure: null, tab: null })}>
      <div className="px-5 pt-5 pr-18">
        <p className="text-note text-ink2">{unit}</p>
        <h2 className="text-headline font-semibold">
          {title}: {formatNumber(count)} người
        </h2>
        {quotas.map(({ source, achieved }) => (
          <p key={source} className="text-staff text-ink2">
            {comparedWith(source)}:{" "}
            <span className="figures text-ink">
              {formatNumber(achieved.numerator)}/{formatNumber(achieved.denominator)}
            </span>
            , {formatPercent(achieved.percent)}
          </p>
        ))}
      </div>
      <div className="mt-2 px-5">
        <Tabs
          label="Phần của con số"
          tabs={tabs.map(({ tab: of, label, count: people }) => ({
            href: hrefOf({ tab: of === "people" ? null : of }),
            label,
            current: of === tab,
            ...(people === undefined ? {} : { count: people }),
          }))}
        />
      </div>
      <div className="flex-1 pb-4">
        {tab === "how" ? (
          <div className="px-5 py-4 text-staff">
            <KeyValues items={explained.map(({ label, text }) => ({ label, value: text }))} />
          </div>
        ) : tab === "structure" && count > 0 ? (
          <div className="px-5 py-4 text-staff">
            <KeyValues
              items={structure.map(({ label, share }) => ({
                label,
                value: (
                  <span className="figures">
                    {formatNumber(share.numerator)}
                    <span className="text-ink3">/{formatNumber(share.denominator)}</span>
                    <span className="ml-3">{formatPercent(share.percent)}</span>
                  </span>
                ),
              }))}
            />
          </div>
        ) : (
          <PeopleList drawer={drawer} links={links} />
        )}
      </div>
      {fileHref && count > 0 && (
        <div className="sticky bottom-0 flex flex-wrap items-center gap-3 border-t border-line bg-surface px-5 py-3">
          <ButtonLink href={fileHref} download>
            Xuất danh sách
          </ButtonLink>
          <span className="text-note text-ink2">Nhật ký ghi lại mỗi lần xuất.</span>
        </div>
      )}
    </Drawer>
  );
}
