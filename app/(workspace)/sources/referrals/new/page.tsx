import type { Metadata } from "next";
import { ReferralForm } from "@/components/sources/referral-forms";
import { PageHeading } from "@/components/ui/page-heading";
import { loadReferralEntry } from "@/lib/sources/queries/referrals";

export const metadata: Metadata = { title: "Ghi giới thiệu" };

export default async function NewReferralPage() {
  const { cells } = await loadReferralEntry();

  return (
    <div className="mx-auto max-w-[1132px]">
      <PageHeading
        title="Ghi giới thiệu"
        under="Người được công đoàn, hội phụ nữ, nông dân, cựu chiến binh hoặc chi bộ giới thiệu"
        back={{ href: "/sources/referrals", label: "Giới thiệu" }}
      />
      <ReferralForm cells={cells} />
    </div>
  );
}
