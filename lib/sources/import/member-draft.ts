import { v7 as newId } from "uuid";
import type { Verdict } from "@/lib/imports/kind";
import { hashOf } from "@/lib/pipeline/import/draft";
import { encrypt } from "@/lib/platform/secret";
import type { PlainDate } from "@/lib/shared/days";
import type { BulkMember, BulkRating, BulkReferral } from "../repository/bulk";
import { lastDayOfReferral } from "../rules/referral";
import type { MemberLine } from "./line";

type Drafted<Row> = { row: Row; isNew: boolean; changed: boolean };
type Written<Row> = { added: Row[]; changed: Row[] };

/** The register as it is and as the rows of a file would make it. */
export class MemberDraft {
  private readonly members: Drafted<BulkMember>[] = [];
  private readonly byHash = new Map<string, Drafted<BulkMember>>();
  private readonly byName = new Map<string, Drafted<BulkMember>[]>();
  private readonly ratings = new Map<string, Drafted<BulkRating> & { sourceRow: number | null }>();
  private readonly referred = new Set<string>();
  private readonly referrals: BulkReferral[] = [];

  constructor(
    members: readonly BulkMember[],
    ratings: readonly BulkRating[],
    referrals: readonly { memberId: string; unitId: number; onDay: PlainDate }[],
  ) {
    for (const row of members) this.know({ row: { ...row }, isNew: false, changed: false });
    for (const row of ratings)
      this.ratings.set(ratingKey(row), { row: { ...row }, isNew: false, changed: false, sourceRow: null });
    for (const known of referrals) this.referred.add(referralKey(known));
  }

  /** Takes a row into the draft. `candidateId` is the candidacy that its referral made or found. */
  follow(line: MemberLine, candidateId: string | null): Verdict["is"] {
    const found = this.memberOf(line);
    if (found === null) return "refuse";
    const member = found === "new" ? this.add(line) : found;
    const changes = [
      found !== "new" && this.update(member, line),
      this.rate(member.row.id, line),
      this.refer(member.row, line, candidateId),
    ];
    if (found === "new") return "add";
    return changes.some(Boolean) ? "change" : "same";
  }

  /** All that has to be written. */
  change(): { members: Written<BulkMember>; ratings: Written<BulkRating>; referrals: BulkReferral[] } {
    return {
      members: writtenOf(this.members),
      ratings: writtenOf([...this.ratings.values()]),
      referrals: this.referrals,
    };
  }

  /** The same citizen number, or the same name and birth in the same organisation; null: a contradiction. */
  private memberOf(line: MemberLine): Drafted<BulkMember> | "new" | null {
    const alike = (this.byName.get(nameKey(line)) ?? []).filter(({ row }) => sameBirth(row, line));
    const hash = line.citizenNumber && hashOf(line.citizenNumber);
    if (hash) {
      const holder = this.byHash.get(hash);
      if (holder && (holder.row.nameFold !== line.nameFold || !sameBirth(holder.row, line)))
        return line.cells.wrong(
          "citizen",
          "số này đã thuộc về đoàn viên khác họ tên hoặc ngày sinh.",
          "R-51",
        );
      if (holder) return holder;
    }
    const here = alike.find(
      ({ row }) => row.unionUnitId === line.unit.id && (!hash || row.citizenHash === null),
    );
    return here ?? "new";
  }

  private add(line: MemberLine): Drafted<BulkMember> {
    const { unit, name, givenName, nameFold, birthDate, birthYear, sex, joined, partyMember } = line;
    return this.know({
      row: {
        id: newId(),
        version: 0,
        unionUnitId: unit.id,
        name,
        givenName,
        nameFold,
        birthDate,
        birthYear,
        sex,
        ...numberOf(line.citizenNumber),
        joined,
        arrived: null,
        partyMember: partyMember ?? false,
      },
      isNew: true,
      changed: false,
    });
  }

  /** What the row says anew; a known number in another organisation is a transfer. */
  private update(member: Drafted<BulkMember>, line: MemberLine): boolean {
    const { row } = member;
    const says: Partial<BulkMember> = {
      unionUnitId: line.unit.id,
      sex: line.sex,
      joined: line.joined ?? row.joined,
      partyMember: line.partyMember ?? row.partyMember,
    };
    const news = Object.entries(says).filter(([key, value]) => row[key as keyof BulkMember] !== value);
    const numbered = line.citizenNumber !== null && row.citizenHash === null;
    if (news.length === 0 && !numbered) return false;
    Object.assign(row, Object.fromEntries(news), numbered ? numberOf(line.citizenNumber) : {});
    if (numbered && row.citizenHash) this.byHash.set(row.citizenHash, member);
    member.changed = true;
    return true;
  }

  private rate(memberId: string, { rated, row, cells }: MemberLine): boolean {
    if (!rated) return false;
    const key = ratingKey({ memberId, year: rated.year });
    const known = this.ratings.get(key);
    if (!known) {
      const added = { id: newId(), version: 0, memberId, ...rated };
      this.ratings.set(key, { row: added, isNew: true, changed: false, sourceRow: row });
      return true;
    }
    if (known.row.rating === rated.rating && known.row.outstanding === rated.outstanding) return false;
    if (known.sourceRow !== null) {
      cells.wrong("rating", `khác với dòng ${known.sourceRow} của cùng đoàn viên và năm.`);
      return false;
    }
    Object.assign(known.row, rated);
    known.changed = true;
    known.sourceRow = row;
    return true;
  }

  private refer(member: BulkMember, { referral, unit }: MemberLine, candidateId: string | null): boolean {
    if (!referral) return false;
    const fact = { memberId: member.id, unitId: referral.cell.id, onDay: referral.onDay };
    if (this.referred.has(referralKey(fact))) return false;
    this.referred.add(referralKey(fact));
    this.referrals.push({
      id: newId(),
      ...fact,
      unionUnitId: unit.id,
      bloc: unit.bloc,
      until: lastDayOfReferral(referral.onDay),
      candidateId,
    });
    return true;
  }

  private know(member: Drafted<BulkMember>): Drafted<BulkMember> {
    this.members.push(member);
    if (member.row.citizenHash) this.byHash.set(member.row.citizenHash, member);
    const key = nameKey(member.row);
    const alike = this.byName.get(key);
    if (alike) alike.push(member);
    else this.byName.set(key, [member]);
    return member;
  }
}

function writtenOf<Row>(drafted: readonly Drafted<Row>[]): Written<Row> {
  return {
    added: drafted.filter(({ isNew }) => isNew).map(({ row }) => row),
    changed: drafted.filter(({ isNew, changed }) => changed && !isNew).map(({ row }) => row),
  };
}

type Named = { nameFold: string; birthYear: number; birthDate: PlainDate | null };

const nameKey = ({ nameFold, birthYear }: Named): string => `${nameFold}|${birthYear}`;
const ratingKey = ({ memberId, year }: { memberId: string; year: number }): string => `${memberId}|${year}`;
const referralKey = ({
  memberId,
  unitId,
  onDay,
}: {
  memberId: string;
  unitId: number;
  onDay: string;
}): string => `${memberId}|${unitId}|${onDay}`;

function sameBirth(a: Named, b: Named): boolean {
  return (
    a.birthYear === b.birthYear &&
    (a.birthDate === b.birthDate || a.birthDate === null || b.birthDate === null)
  );
}

function numberOf(number: string | null) {
  return {
    citizenHash: number && hashOf(number),
    citizenCipher: number && encrypt(number, "citizenNumber"),
    citizenLast4: number?.slice(-4) ?? null,
  };
}
