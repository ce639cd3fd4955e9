import { ButtonLink } from "@/components/ui/button";
import { KeyValues, Timeline } from "@/components/ui/lists";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { DoneBar } from "@/components/ui/states";
import { sourceLabel } from "@/lib/pipeline/labels/words";
import { formatDay } from "@/lib/shared/days";
import { progressLabel, validUntil } from "@/lib/sources/labels";
import type { ReferralPage } from "@/lib/sources/queries/referrals";
import { ReturnForm, TakeUpForm } from "./referral-forms";
import { ReferralStateMark } from "./referral-state";

/** One referral: its cell answers, its sender follows. */
export function ReferralView({ page, returned }: { page: ReferralPage; returned: boolean }) {
  const { referral, state, progress, mayAnswer, mayOpenCandidate, today } = page;
  const answers = mayAnswer && state === "waiting";
  return (
    <div className="mx-auto max-w-[1132px]">
      <PageHeading
        title={referral.name}
        under={`${sourceLabel(referral.by)} giới thiệu cho ${referral.cellName}`}
        back={{ href: "/sources/referrals", label: "Giới thiệu" }}
        actions={
          referral.candidateId &&
          mayOpenCandidate && <ButtonLink href={`/pipeline/${referral.candidateId}`}>Mở hồ sơ</ButtonLink>
        }
      />
      {returned && <DoneBar message="Đã trả lại. Nơi giới thiệu đọc được lý do." />}
      <div className="grid items-start gap-6 desk:grid-cols-[minmax(0,1fr)_346px]">
        <div className="space-y-5">
          <Panel heading="Giới thiệu" aside={<ReferralStateMark state={state} />}>
            <KeyValues
              items={[
                { label: "Nơi giới thiệu", value: referral.organisation ?? sourceLabel(referral.by) },
                { label: "Chi bộ nhận", value: referral.cellName },
                {
                  label: "Sinh",
                  value: referral.birthDate ? formatDay(referral.birthDate) : referral.birthYear,
                },
                { label: "Ngày giới thiệu", value: formatDay(referral.onDay) },
                { label: "Số nghị quyết", value: referral.resolution ?? "Không ghi" },
                { label: "Hiệu lực", value: validUntil(referral.until) },
                ...(referral.returnedOn
                  ? [
                      {
                        label: `Trả lại ngày ${formatDay(referral.returnedOn)}`,
                        value: referral.returnedReason,
                      },
                    ]
                  : []),
              ]}
            />
          </Panel>
          {progress.length > 0 && (
            <Panel heading="Các bước đã qua">
              <Timeline
                items={progress.toReversed().map(({ stage, onDay }) => ({
                  key: stage,
                  day: formatDay(onDay),
                  title: progressLabel(stage),
                }))}
              />
            </Panel>
          )}
        </div>
        {answers && (
          <div className="space-y-5">
            <Panel heading="Tiếp nhận" className="border-l-4 border-l-red">
              <p className="mb-4 text-staff text-ink2">
                Chi bộ lập hồ sơ theo dõi, nguồn ghi theo nơi giới thiệu.
              </p>
              <TakeUpForm referralId={referral.id} today={formatDay(today)} />
            </Panel>
            <Panel heading="Trả lại">
              <ReturnForm referralId={referral.id} version={referral.version} today={formatDay(today)} />
            </Panel>
          </div>
        )}
      </div>
    </div>
  );
}
