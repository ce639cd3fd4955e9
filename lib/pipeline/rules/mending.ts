import type { RecordableKind } from "../schema/forms";
import type { Finding } from "./finding";

/** The form that mends a finding, and what in it the finding is about; null: no form of the dossier does. */
export type Mending = { kind: RecordableKind; of?: string };

/** What one has to record so that a finding goes away: the one click beside it. */
export function mendingOf(finding: Finding): Mending | null {
  switch (finding.is) {
    case "overAge":
      return { kind: "consentGiven", of: "overAge" };
    case "educationShort":
      return { kind: "consentGiven", of: "educationPrimary" };
    case "consentMissing":
      return { kind: "consentGiven", of: finding.facts.of };
    case "upperAgreementMissing":
    case "religionNotRecognised":
      return { kind: "consentGiven", of: "religion" };
    case "ceremonyLate":
      return { kind: "consentGiven", of: "lateCeremony" };
    case "formerMembershipMissing":
      return { kind: "formerMembership" };
    case "parentsOpinionMissing":
      return { kind: "parentsConsulted" };
    case "sympathiserMissing":
      return { kind: "sympathiserRecognised" };
    case "helperMissing":
    case "probationHelperMissing":
      return { kind: "helperAssigned" };
    case "helperNotOfficial":
      return { kind: "helperEnded" };
    case "certificateMissing":
    case "certificateExpired":
    case "certificateLapses":
      return { kind: "certified" };
    case "permissionMissing":
      return { kind: "permissionGranted" };
    case "applicationMissing":
      return { kind: "applied" };
    case "referralMissing":
    case "referrersTooFew":
    case "togetherTooShort":
    case "referrerRelated":
      return { kind: "referred" };
    case "sealMissing":
      return { kind: "sealed" };
    case "verificationMissing":
      return { kind: "verified" };
    case "targetsUnverified":
      return { kind: "verificationSent", of: finding.facts.targets[0] ?? "" };
    case "replyOverdue":
      return { kind: "verificationReturned", of: finding.facts.target };
    case "commentBeforeResult":
      return { kind: "cellCommented" };
    case "certificationBeforeResult":
    case "certificationBeforeComment":
      return { kind: "certificationGiven" };
    case "politicalIssueOpen":
      return { kind: "politicsConcluded" };
    case "opinionMissing":
      return { kind: "opinionCollected", of: finding.facts.from };
    case "dossierExpired":
    case "dossierLapses":
      return { kind: "dossierRenewed" };
    case "decisionLate":
      return { kind: "decisionExtended" };
    case "newMemberClassMissing":
      return { kind: "newMemberCertified" };
    case "selfReviewEarly":
      return { kind: "selfReviewed" };
    case "recognitionPaperMissing":
      if (finding.facts.paper === "selfReview") return { kind: "selfReviewed" };
      if (finding.facts.paper === "helperReport") return { kind: "helperReported" };
      return { kind: "probationOpinionCollected", of: finding.facts.paper };
    case "removalNotVoted":
      return { kind: "removalVoted" };
    default:
      return null;
  }
}
