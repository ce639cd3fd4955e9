import type { Metadata } from "next";
import Image from "next/image";
import { DemoRoles } from "@/components/access/demo-roles";
import { SignInForm } from "@/components/access/sign-in-form";
import { enterDemo } from "@/lib/access/demo";
import { signIn } from "@/lib/access/entry";
import { settings } from "@/lib/platform/env";
import { DEMO_ACCOUNTS } from "@/prisma/seed/accounts";

export const metadata: Metadata = { title: "Đăng nhập" };
export const dynamic = "force-dynamic";

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const { demo } = settings();
  const { next = "/" } = await searchParams;
  const roles = DEMO_ACCOUNTS.filter(({ onSignInPage }) => onSignInPage).map(
    ({ login, name, role, what }) => ({ login, name, role, where: what }),
  );
  return (
    <div className={demo ? "min-h-dvh phone:grid phone:grid-cols-[minmax(340px,520px)_1fr]" : "min-h-dvh"}>
      <main
        className={
          demo
            ? "flex flex-col border-r border-line bg-surface px-6 py-10 phone:px-18"
            : "mx-auto flex min-h-dvh max-w-120 flex-col bg-surface px-8 py-10"
        }
      >
        <div className="flex items-center gap-3">
          <Image src="/emblem.svg" alt="" width={36} height={36} />
          <strong>Phát triển đảng viên</strong>
        </div>
        <h1 className="mt-12 mb-6 text-title font-semibold phone:mt-24">Đăng nhập</h1>
        <SignInForm action={signIn} next={next} />
        <p className="mt-5 text-staff text-ink2">
          Quên mật khẩu? Nhờ người quản trị tài khoản của đơn vị đặt lại.
        </p>
        <p className="mt-auto pt-10 text-note text-ink2">
          Hết 30 phút không thao tác, phiên làm việc tự đóng.
        </p>
      </main>
      {demo && <DemoRoles roles={roles} enter={enterDemo} />}
    </div>
  );
}
