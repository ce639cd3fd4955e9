import { findingLines, passedLines } from "@/components/pipeline/finding-lines";
import { FindingsList } from "@/components/ui/findings-list";
import { KeyValues } from "@/components/ui/lists";
import { StatusShape } from "@/components/ui/shapes";
import type { MeetingPerson } from "@/lib/meetings/queries/meeting";
import type { Abstract, Resolution } from "@/lib/meetings/rules/abstract";
import {
  educationLabel,
  ethnicityLabel,
  occupationLabel,
  professionLabel,
  religionLabel,
} from "@/lib/people/labels";
import { formatDay, yearOf } from "@/lib/shared/days";

type AbstractProps = { person: MeetingPerson; place: number; of: number; heldOn: string };

/** "Trích lục hồ sơ": what the members are told of the person whose row is current. */
export function AbstractPanel({ person, place, of, heldOn }: AbstractProps) {
  const { review, abstract } = person;
  const passed = passedLines(review);
  const clear = review.findings.length === 0;
  return (
    <>
      <div className="px-5 pt-4 pb-3">
        <p className="text-note text-ink2">
          Trích lục hồ sơ {place}/{of}
        </p>
        <h2 className="text-headline font-semibold">{person.name}</h2>
        <p className="text-staff text-ink2">{[person.cell, person.above].filter(Boolean).join(", ")}</p>
      </div>
      <div className="border-t border-line px-5 py-2 text-staff">
        <KeyValues items={factsOf(abstract, heldOn)} />
      </div>
      <div className="border-t border-line pt-3">
        <h3 className="px-5 pb-2 text-staff font-semibold">Điều kiện</h3>
        {clear && passed.length > 0 && (
          <p className="flex items-center gap-2 px-5 pb-2 text-staff">
            <StatusShape shape="passes" /> Đạt cả {passed.length} điều kiện
          </p>
        )}
        {abstract.dueOn && (
          <p className="flex items-center gap-2 px-5 pb-3 text-staff">
            <StatusShape shape="informs" /> Hạn {formatDay(abstract.dueOn)}
          </p>
        )}
        {!clear && <FindingsList lines={findingLines(review.findings)} passed={passed} />}
      </div>
    </>
  );
}

function factsOf(abstract: Abstract, heldOn: string) {
  const { birthDate, birthYear, ethnicity, religion, occupation, education, profession } = abstract;
  const born = birthDate ? formatDay(birthDate) : String(birthYear);
  const day = (value: string | null) => (value ? formatDay(value) : null);
  return [
    { label: "Sinh", value: `${born} (${ageOn(abstract, heldOn)} tuổi)` },
    { label: "Dân tộc", value: ethnicityLabel(ethnicity) },
    { label: "Tôn giáo", value: religionLabel(religion) },
    { label: "Nghề nghiệp", value: occupationLabel(occupation) },
    {
      label: "Học vấn",
      value: [educationLabel(education), profession && professionLabel(profession)]
        .filter(Boolean)
        .join(", "),
    },
    { label: "Lớp nhận thức", value: day(abstract.certifiedOn) },
    { label: "Thẩm tra lý lịch", value: abstract.verifiedOn && `Đạt, ${day(abstract.verifiedOn)}` },
    { label: "Người giới thiệu", value: abstract.referrers.join(", ") || null },
    { label: "Người giúp đỡ", value: abstract.helpers.join(", ") || null },
    { label: "Chi bộ", value: resolutionText(abstract.cellResolution) },
    { label: "Đảng ủy cơ sở", value: resolutionText(abstract.baseResolution) },
    { label: "Lễ kết nạp", value: day(abstract.admittedOn) },
    { label: "Lớp đảng viên mới", value: day(abstract.newMemberCertifiedOn) },
  ].filter(({ value }) => value);
}

/** "14/15 tán thành, 28/03/2024"; from an import only the day is known. */
function resolutionText(resolution: Resolution | null): string | null {
  if (resolution === null) return null;
  const { votes, onDay } = resolution;
  return [votes && `${votes.agreed}/${votes.convened} tán thành`, formatDay(onDay)]
    .filter(Boolean)
    .join(", ");
}

function ageOn({ birthDate, birthYear }: Abstract, day: string): number {
  const before = birthDate !== null && day.slice(5) < birthDate.slice(5);
  return yearOf(day) - birthYear - (before ? 1 : 0);
}
