import type { Address } from "@/components/reports/address";

type Props = { action: string; told: Address; typed: string; label: string };

/** Search by name within the filters that are set; Enter searches. */
export function SearchField({ action, told, typed, label }: Props) {
  const kept = Object.entries(told).filter(([name]) => !["q", "after", "done"].includes(name));
  return (
    <search>
      <form action={action} className="flex">
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input
          type="search"
          name="q"
          defaultValue={typed}
          aria-label={label}
          placeholder={label}
          className="min-h-11 w-64 rounded-button border border-field bg-surface px-3 text-staff phone:min-h-9"
        />
      </form>
    </search>
  );
}
