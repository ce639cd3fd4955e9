import { Menu } from "@/components/ui/menu";
import { recordLabel } from "@/lib/pipeline/labels/words";
import type { CandidateView } from "@/lib/pipeline/queries/candidate";
import type { RecordableKind } from "@/lib/pipeline/schema/forms";

/** What usually goes with a step, offered beside its button. */
const BESIDE: Partial<Record<RecordableKind, readonly RecordableKind[]>> = {
  sympathiserRecognised: ["helperAssigned"],
  certified: ["helperAssigned"],
  permissionGranted: ["progressNoted"],
  applied: ["cvDeclared"],
  verified: ["cvDeclared", "referred"],
  verificationSent: ["sealed", "referred"],
  verificationReturned: ["referred", "opinionCollected"],
  opinionCollected: ["referred", "cellVoted"],
  cellVoted: ["referred", "opinionCollected"],
  baseVoted: ["certificationGiven"],
  decided: ["decisionVoted", "decisionExtended"],
  recognitionVoted: ["newMemberCertified", "selfReviewed", "helperReported", "probationOpinionCollected"],
  transferReceived: ["helperAssigned"],
};

/** The one red button does the next thing; beside it what usually goes with it and is not there yet. */
export function stepButtons({
  next,
  may,
  standing,
}: CandidateView): { kind: RecordableKind; main: boolean }[] {
  if (!next) return [];
  const main = next.kind as RecordableKind;
  const there: Partial<Record<RecordableKind, boolean>> = {
    newMemberCertified: standing.newMemberCertifiedOn !== null,
    selfReviewed: standing.selfReviewedOn !== null,
    helperReported: standing.helperReportedOn !== null,
    sealed: standing.sealedOn !== null,
    cvDeclared: standing.cvDeclaredOn !== null && standing.verification.length > 0,
    decisionExtended: standing.decisionExtendedOn !== null,
  };
  return [main, ...(BESIDE[main] ?? [])]
    .filter((kind) => may[kind] && !there[kind])
    .map((kind) => ({ kind, main: kind === main }));
}

type Standing = CandidateView["standing"];

/** Things that only some people need: a pupil's parents, somebody who was a member before. */
function concerns({ candidate, event }: CandidateView, kind: RecordableKind): boolean {
  if (kind === "formerMembership") return candidate.readmission;
  if (kind === "parentsConsulted")
    return event.options.parentsOpinion || candidate.person.occupation === "11";
  if (kind === "permissionGranted") return event.options.permissionToStart;
  return true;
}

const onTheWay = (so: Standing) => so.decidedOn === null;
const beforeCell = (so: Standing) => onTheWay(so) && so.cellResolvedOn === null;
const onProbation = (so: Standing) => so.admittedOn !== null && so.recognisedOn === null;

/** All that can be recorded at all, by part of the procedure, as long as it makes sense where they stand. */
const GROUPS: readonly {
  title: string;
  kinds: readonly (readonly [RecordableKind, (so: Standing) => boolean])[];
}[] = [
  {
    title: "Theo dõi, giúp đỡ",
    kinds: [
      ["helperAssigned", () => true],
      ["helperEnded", (so) => so.helpers.length > 0],
      ["progressNoted", () => true],
      ["parentsConsulted", beforeCell],
      ["formerMembership", onTheWay],
      ["consentGiven", () => true],
    ],
  },
  {
    title: "Hồ sơ",
    kinds: [
      ["certified", beforeCell],
      ["permissionGranted", beforeCell],
      ["applied", beforeCell],
      ["cvDeclared", beforeCell],
      ["sealed", beforeCell],
      ["referred", onTheWay],
      ["dossierRenewed", (so) => beforeCell(so) && so.appliedOn !== null],
    ],
  },
  {
    title: "Thẩm tra, ý kiến",
    kinds: [
      ["verified", beforeCell],
      ["cellCommented", onTheWay],
      ["certificationGiven", onTheWay],
      ["politicsConcluded", (so) => so.politicsOpen],
      ["opinionCollected", beforeCell],
    ],
  },
  {
    title: "Xét, quyết định",
    kinds: [
      ["sectionAppraised", (so) => so.cellResolvedOn !== null && onTheWay(so)],
      ["decisionExtended", (so) => so.cellResolvedOn !== null && onTheWay(so)],
      ["returned", (so) => so.cellResolvedOn !== null && onTheWay(so)],
      ["decisionRevoked", (so) => so.decidedOn !== null],
    ],
  },
  {
    title: "Thời gian dự bị",
    kinds: [
      ["newMemberCertified", onProbation],
      ["selfReviewed", onProbation],
      ["helperReported", onProbation],
      ["probationOpinionCollected", onProbation],
      ["recognitionAppraised", (so) => so.recognitionVotedOn !== null && onProbation(so)],
      ["probationExtended", onProbation],
      ["removalVoted", onProbation],
    ],
  },
  {
    title: "Chuyển, đóng",
    kinds: [
      ["transferred", (so) => so.transfer === null && so.recognisedOn === null],
      ["transferReceived", (so) => so.transfer !== null],
      ["closed", () => true],
    ],
  },
];

/** "Việc khác": every other thing that the actor may record of a dossier. */
export function OtherThings({ view }: { view: CandidateView }) {
  const { candidate, standing, may } = view;
  const groups = standing.closedOn
    ? [{ title: "", kinds: may.reopened ? (["reopened"] as const) : [] }]
    : GROUPS.map(({ title, kinds }) => ({
        title,
        kinds: kinds
          .filter(([kind, fits]) => may[kind] && fits(standing) && concerns(view, kind))
          .map(([kind]) => kind),
      }));
  const offered = groups.filter(({ kinds }) => kinds.length > 0);
  if (offered.length === 0) return null;
  return (
    <Menu
      label="… Việc khác"
      name="candidate-menu"
      listClassName="right-0 max-h-[70vh] w-72 overflow-y-auto py-1"
    >
      {offered.map(({ title, kinds }) => (
        <section key={title} className="border-t border-line py-1 first:border-0">
          {title && <h2 className="px-4 pt-1.5 text-chip font-semibold text-ink2">{title}</h2>}
          <ul>
            {kinds.map((kind) => (
              <li key={kind}>
                <a
                  href={`/pipeline/${candidate.id}/record/${kind}`}
                  className="block px-4 py-2 hover:bg-hover"
                >
                  {recordLabel(kind)}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Menu>
  );
}
