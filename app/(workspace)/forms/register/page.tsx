import type { Metadata } from "next";
import { RegisterPage } from "@/components/forms/register-view";
import { loadRegister } from "@/lib/forms/queries/register";
import { registerAddress } from "@/lib/forms/schema";

export const metadata: Metadata = { title: "Sổ số văn bản" };

type Props = { searchParams: Promise<Record<string, string | undefined>> };

export default async function Page({ searchParams }: Props) {
  const address = await searchParams;
  const view = await loadRegister(registerAddress.parse(address));

  return <RegisterPage view={view} done={address.done ?? null} />;
}
