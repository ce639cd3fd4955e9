import { ButtonLink } from "@/components/ui/button";
import { KeyValues, Timeline } from "@/components/ui/lists";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { DoneBar, EmptyState } from "@/components/ui/states";
import { maskedCitizenNumber } from "@/lib/people/rules";
import { formatDay } from "@/lib/shared/days";
import { progressLabel, ratingLabel, titleLabel } from "@/lib/sources/labels";
import type { MemberPage } from "@/lib/sources/queries/register";
import { titleState } from "@/lib/sources/rules/outstanding";
import { ReferralStateMark } from "./referral-state";
import { TransferForm } from "./transfer-form";

/** A member of the Union: rating by year, titles, and what became of each referral. */
export function MemberView({ page, moved }: { page: MemberPage; moved: boolean }) {
  const { member, referrals, mayChange } = page;
  return (
    <div className="mx-auto max-w-[1132px]">
      <PageHeading
        title={member.name}
        under={[member.unitName, member.aboveName].filter(Boolean).join(", ")}
        back={{ href: `/sources/members?unit=${member.unitCode}`, label: "Đoàn viên" }}
        actions={
          mayChange && <ButtonLink href={`/sources/rating/${member.unitCode}`}>Xếp loại chi đoàn</ButtonLink>
        }
      />
      {moved && <DoneBar message="Đã ghi chuyển sinh hoạt." />}
      <div className="grid items-start gap-6 desk:grid-cols-[minmax(0,1fr)_346px]">
        <div className="space-y-5">
          <Ratings page={page} />
          <Panel flush heading="Giới thiệu vào Đảng">
            {referrals.length === 0 && (
              <EmptyState title="Chưa được giới thiệu">Đoàn cơ sở giới thiệu bằng nghị quyết.</EmptyState>
            )}
            {referrals.map((referral) => (
              <div key={referral.id} className="border-t border-line px-5 py-4">
                <p className="flex flex-wrap justify-between gap-3">
                  <a href={`/sources/referrals/${referral.id}`} data-soft="" className="link font-semibold">
                    {referral.cellName}, ngày {formatDay(referral.onDay)}
                  </a>
                  <ReferralStateMark state={referral.state} />
                </p>
                {referral.returnedReason && (
                  <p className="mt-1 text-staff text-ink2">{referral.returnedReason}</p>
                )}
                {referral.progress.length > 0 && (
                  <div className="mt-3">
                    <Timeline
                      items={referral.progress.toReversed().map(({ stage, onDay }) => ({
                        key: stage,
                        day: formatDay(onDay),
                        title: progressLabel(stage),
                      }))}
                    />
                  </div>
                )}
              </div>
            ))}
          </Panel>
        </div>
        <div className="space-y-5">
          <Panel heading="Thông tin">
            <KeyValues
              items={[
                { label: "Sinh", value: member.birthDate ? formatDay(member.birthDate) : member.birthYear },
                { label: "Giới tính", value: member.sex === "female" ? "Nữ" : "Nam" },
                { label: "Vào Đoàn", value: member.joined ? formatDay(member.joined) : "Chưa rõ" },
                { label: "Đảng viên", value: member.partyMember ? "Có" : "Chưa" },
                { label: "Số định danh", value: maskedCitizenNumber(member.citizenLast4) ?? "Chưa rõ" },
              ]}
            />
          </Panel>
          {mayChange && (
            <Panel heading="Chuyển sinh hoạt">
              <TransferForm memberId={member.id} version={member.version} />
            </Panel>
          )}
        </div>
      </div>
    </div>
  );
}

function Ratings({ page: { member } }: { page: MemberPage }) {
  return (
    <Panel flush heading="Xếp loại hằng năm">
      {member.ratings.length === 0 && (
        <EmptyState title="Chưa xếp loại năm nào">
          {member.partyMember ? "Đảng viên không xếp loại đoàn viên." : "Chi đoàn xếp loại cuối mỗi năm."}
        </EmptyState>
      )}
      <ul>
        {member.ratings.map((rating) => {
          const before = member.ratings.find(({ year }) => year === rating.year - 1) ?? null;
          const title = titleState(before, rating);
          return (
            <li key={rating.year} className="flex flex-wrap gap-x-5 gap-y-1 border-t border-line px-5 py-3">
              <strong className="figures">{rating.year}</strong>
              <span className="flex-1">{rating.rating ? ratingLabel(rating.rating) : "Không xếp loại"}</span>
              {rating.training !== null && (
                <span className="text-staff text-ink2">rèn luyện {rating.training}</span>
              )}
              {title && (
                <span className="text-staff">
                  {titleLabel(title)}
                  {rating.agreed !== null && `, ${rating.agreed}/${rating.present} tán thành`}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
