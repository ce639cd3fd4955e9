import type { Metadata } from "next";
import { toldOnce } from "@/components/reports/address";
import { RegisterView } from "@/components/sources/register-view";
import { today } from "@/lib/platform/clock";
import { loadRegister } from "@/lib/sources/queries/register";
import { registerAddress } from "@/lib/sources/schema";

export const metadata: Metadata = { title: "Đoàn viên" };

type Address = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function MembersPage({ searchParams }: Address) {
  const told = toldOnce(await searchParams);
  const filter = registerAddress(told, today());
  const register = await loadRegister(filter);

  return <RegisterView register={register} filter={filter} told={told} />;
}
