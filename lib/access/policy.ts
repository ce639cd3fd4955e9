/** A role an assignment can give (design: one hat at a time). */
export const ROLES = [
  "cellSecretary",
  "baseOfficer",
  "upperOfficer",
  "provinceOfficer",
  "unionOfficer",
  "viewer",
  "accountAdmin",
  "auditor",
] as const;
export type Role = (typeof ROLES)[number];

const COMMITTEES: Role[] = ["baseOfficer", "upperOfficer", "provinceOfficer"];
const PARTY: Role[] = ["cellSecretary", ...COMMITTEES];

/** Who may do what, all of it. The operator of the machine (commands without an account) may do everything. */
export const POLICY = {
  self: [...ROLES],
  "organisation.read": [...ROLES],
  "organisation.change": ["upperOfficer", "provinceOfficer"],
  "headcount.record": COMMITTEES,
  "candidate.read": [...PARTY, "viewer"],
  "candidate.enter": ["cellSecretary", "baseOfficer", "upperOfficer"],
  "candidate.recordCellStep": ["cellSecretary", "baseOfficer"],
  "candidate.recordBaseStep": ["baseOfficer", "upperOfficer"],
  "candidate.recordDecision": ["baseOfficer", "upperOfficer"],
  "candidate.recordCeremony": ["cellSecretary", "baseOfficer", "upperOfficer"],
  "candidate.recordRecognition": ["baseOfficer", "upperOfficer"],
  "candidate.recordConsent": ["baseOfficer", "upperOfficer", "provinceOfficer"],
  "candidate.markPaper": ["cellSecretary", "baseOfficer", "upperOfficer"],
  "candidate.transfer": ["cellSecretary", "baseOfficer", "upperOfficer"],
  "candidate.return": ["baseOfficer", "upperOfficer"],
  "candidate.close": ["cellSecretary", "baseOfficer", "upperOfficer"],
  "candidate.openCitizenNumber": ["cellSecretary", "baseOfficer", "upperOfficer", "provinceOfficer"],
  "rules.read": [...PARTY, "viewer", "unionOfficer"],
  "rules.set": ["provinceOfficer"],
  "meeting.read": PARTY,
  "meeting.hold": ["cellSecretary", "baseOfficer", "upperOfficer"],
  "briefing.read": PARTY,
  "briefing.hold": COMMITTEES,
  "briefing.report": PARTY,
  "letter.read": PARTY,
  "letter.write": PARTY,
  "class.read": PARTY,
  "class.confirm": ["cellSecretary", "baseOfficer", "upperOfficer"],
  "class.hold": COMMITTEES,
  "form.print": PARTY,
  "form.replace": COMMITTEES,
  "register.keep": COMMITTEES,
  "quota.read": [...PARTY, "viewer"],
  "quota.set": COMMITTEES,
  "quota.propose": ["cellSecretary", "baseOfficer", "upperOfficer"],
  "report.read": [...PARTY, "viewer"],
  "task.give": COMMITTEES,
  "task.read": PARTY,
  "task.answer": ["cellSecretary", "baseOfficer", "upperOfficer"],
  "period.read": [...PARTY, "viewer"],
  "period.set": ["provinceOfficer"],
  "period.confirm": PARTY,
  "period.accept": COMMITTEES,
  "snapshot.read": [...PARTY, "viewer"],
  "snapshot.make": COMMITTEES,
  "snapshot.approve": COMMITTEES,
  "people.exportNames": COMMITTEES,
  "people.handOver": ["upperOfficer", "provinceOfficer"],
  "import.run": [...COMMITTEES, "unionOfficer"],
  "import.party": COMMITTEES,
  "import.union": ["unionOfficer"],
  "union.read": [...PARTY, "unionOfficer"],
  "union.change": ["unionOfficer"],
  "union.limit": ["unionOfficer"],
  "referral.read": [...PARTY, "unionOfficer"],
  "referral.record": ["cellSecretary", "baseOfficer", "upperOfficer"],
  "referral.answer": ["cellSecretary", "baseOfficer"],
  "programme.read": [...PARTY, "viewer"],
  "programme.keep": COMMITTEES,
  "sources.exportNames": [...COMMITTEES, "unionOfficer"],
  "sources.report": [...PARTY, "viewer", "unionOfficer"],
  "account.manage": ["accountAdmin"],
  "token.oversee": ["accountAdmin", "auditor"],
  "audit.read": ["auditor"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof POLICY;

/** What a personal access token may be given, of what its owner may do: reading, by the addresses of the API. */
export const TOKEN_PERMISSIONS = [
  "report.read",
  "sources.report",
  "people.exportNames",
  "sources.exportNames",
  "people.handOver",
  "organisation.read",
  "snapshot.read",
] as const satisfies readonly Permission[];
export type TokenPermission = (typeof TOKEN_PERMISSIONS)[number];

/** May this role do that somewhere? Where, is the range of its unit. */
export function permits(role: Role | "operator", permission: Permission): boolean {
  return role === "operator" || (POLICY[permission] as readonly Role[]).includes(role);
}
