import type { Case } from "./case";
import type { StepKind } from "./step";

/** A paper of the dossier (domain §3.21): metadata only, never the paper itself. */
export type Paper = {
  code: string;
  title: string;
  /** Number in the form catalogue, as printed on the form; empty where it has none. */
  form: string;
  /** The steps by which it came. */
  kinds: readonly StepKind[];
  /** Is it asked for by now? */
  needed(event: Case): boolean;
  /** Is it whole, where several steps make it? */
  complete?(event: Case): boolean;
  /** Runs out 12 months after the dossier was set up, or 60 months after its issue. */
  lasts?: "dossier" | "certificate";
};

const hasSection = ({ steps }: Case) => steps.some(({ kind }) => kind === "sectionAppraised");

/** In the order in which they lie in the dossier. */
export const PAPERS = [
  {
    code: "parents",
    title: "Ý kiến của phụ huynh",
    form: "2-TN",
    kinds: ["parentsConsulted"],
    needed: ({ options, person }) => options.parentsOpinion && person.occupation === "11",
  },
  {
    code: "sympathiser",
    title: "Nghị quyết đưa vào diện cảm tình Đảng",
    form: "1-TN",
    kinds: ["sympathiserRecognised"],
    needed: () => true,
  },
  {
    code: "certificate",
    title: "Giấy chứng nhận lớp nhận thức về Đảng",
    form: "CN-NTVĐ",
    kinds: ["certified"],
    needed: ({ standing }) => standing.sympathiserOn !== null,
    lasts: "certificate",
  },
  {
    code: "permission",
    title: "Văn bản cho làm thủ tục xem xét kết nạp",
    form: "6-TN",
    kinds: ["permissionGranted"],
    needed: ({ options, standing }) => options.permissionToStart && standing.certifiedOn !== null,
  },
  {
    code: "application",
    title: "Đơn xin vào Đảng",
    form: "1-KNĐ",
    kinds: ["applied"],
    needed: ({ standing }) => standing.certifiedOn !== null,
    lasts: "dossier",
  },
  {
    code: "cv",
    title: "Lý lịch của người xin vào Đảng",
    form: "2-KNĐ",
    kinds: ["cvDeclared"],
    needed: ({ standing }) => standing.certifiedOn !== null,
    lasts: "dossier",
  },
  {
    code: "consent",
    title: "Văn bản đồng ý của cấp có thẩm quyền",
    form: "",
    kinds: ["consentGiven"],
    needed: ({ person, readmission }) =>
      readmission ||
      person.religiousDignitary === true ||
      (person.religion !== null && person.religion !== "none"),
  },
  {
    code: "referral",
    title: "Giấy giới thiệu, nghị quyết của đoàn thể",
    form: "3-KNĐ, 4-KNĐ",
    kinds: ["referred"],
    needed: ({ standing }) => standing.appliedOn !== null,
    lasts: "dossier",
  },
  {
    code: "verification",
    title: "Kết quả thẩm tra lý lịch",
    form: "",
    kinds: ["verified", "verificationReturned", "verificationWaived"],
    complete: ({ standing }) => standing.verifiedOn !== null,
    needed: ({ standing }) => standing.appliedOn !== null,
    lasts: "dossier",
  },
  {
    code: "certification",
    title: "Nhận xét của chi bộ, chứng nhận của cấp ủy cơ sở",
    form: "2-KNĐ, mục 25, 26",
    kinds: ["certificationGiven", "cellCommented"],
    needed: ({ standing }) => standing.verifiedOn !== null,
  },
  {
    code: "opinions",
    title: "Tổng hợp ý kiến nhận xét",
    form: "5-KNĐ",
    kinds: ["opinionCollected"],
    complete: ({ standing }) => standing.opinionsOn !== null,
    needed: ({ standing }) => standing.verifiedOn !== null,
    lasts: "dossier",
  },
  {
    code: "cellResolution",
    title: "Nghị quyết chi bộ đề nghị kết nạp",
    form: "6-KNĐ",
    kinds: ["cellVoted"],
    needed: ({ standing }) => standing.opinionsOn !== null,
  },
  {
    code: "sectionReport",
    title: "Báo cáo thẩm định của đảng ủy bộ phận",
    form: "7-KNĐ",
    kinds: ["sectionAppraised"],
    needed: hasSection,
  },
  {
    code: "baseResolution",
    title: "Nghị quyết đảng ủy cơ sở đề nghị kết nạp",
    form: "8-KNĐ",
    kinds: ["baseVoted"],
    needed: ({ standing, cell }) => standing.cellResolvedOn !== null && cell.kind !== "BASE_CELL",
  },
  {
    code: "decision",
    title: "Quyết định kết nạp đảng viên",
    form: "9-KNĐ",
    kinds: ["decided"],
    needed: ({ standing }) => standing.submittedOn !== null,
  },
  {
    code: "newMemberCertificate",
    title: "Giấy chứng nhận lớp đảng viên mới",
    form: "CN-ĐVM",
    kinds: ["newMemberCertified"],
    needed: ({ standing }) => standing.admittedOn !== null,
  },
  {
    code: "selfReview",
    title: "Bản tự kiểm điểm của đảng viên dự bị",
    form: "10-KNĐ",
    kinds: ["selfReviewed"],
    needed: ({ standing }) => standing.admittedOn !== null,
  },
  {
    code: "helperReport",
    title: "Bản nhận xét của đảng viên giúp đỡ",
    form: "11-KNĐ",
    kinds: ["helperReported"],
    needed: ({ standing }) => standing.admittedOn !== null,
  },
  {
    code: "probationOpinions",
    title: "Tổng hợp ý kiến với đảng viên dự bị",
    form: "12-KNĐ",
    kinds: ["probationOpinionCollected"],
    needed: ({ standing }) => standing.admittedOn !== null,
  },
  {
    code: "recognitionResolution",
    title: "Nghị quyết chi bộ đề nghị công nhận chính thức",
    form: "13-KNĐ",
    kinds: ["recognitionVoted"],
    needed: ({ standing }) => standing.selfReviewedOn !== null,
  },
  {
    code: "recognitionBaseResolution",
    title: "Nghị quyết đảng ủy cơ sở đề nghị công nhận chính thức",
    form: "15-KNĐ",
    kinds: ["recognitionBaseVoted"],
    needed: ({ standing, cell }) => standing.recognitionVotedOn !== null && cell.kind !== "BASE_CELL",
  },
  {
    code: "recognitionDecision",
    title: "Quyết định công nhận đảng viên chính thức",
    form: "16-KNĐ",
    kinds: ["recognised"],
    needed: ({ standing }) => standing.recognitionVotedOn !== null,
  },
] as const satisfies readonly Paper[];

export type PaperCode = (typeof PAPERS)[number]["code"];
export const PAPER_CODES = PAPERS.map(({ code }) => code) as [PaperCode, ...PaperCode[]];
