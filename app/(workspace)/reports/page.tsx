import { redirect } from "next/navigation";

/** The first report stands for all; the others are tabs beside it. */
export default async function ReportsPage({
  searchParams,
}: {
  searchParams: Promise<{ unit?: string | string[] }>;
}) {
  const { unit } = await searchParams;
  redirect(`/reports/attainment${typeof unit === "string" ? `?unit=${encodeURIComponent(unit)}` : ""}`);
}
