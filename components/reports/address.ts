/** The parts of a page's address, as they stand there. */
export type Address = Readonly<Record<string, string>>;

/** The same page with some parts of its address changed; null takes a part out. */
export function addressWith(
  pathname: string,
  address: Address,
  changes: Readonly<Record<string, string | null>>,
): string {
  const next = new URLSearchParams(address);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) next.delete(name);
    else next.set(name, value);
  }
  const query = next.toString();
  return query === "" ? pathname : `${pathname}?${query}`;
}

/** The parts of an address that were told once, as text. */
export function toldOnce(parameters: Readonly<Record<string, string | string[] | undefined>>): Address {
  return Object.fromEntries(
    Object.entries(parameters).flatMap(([name, value]) => {
      const first = Array.isArray(value) ? value[0] : value;
      return first === undefined || first === "" ? [] : [[name, first]];
    }),
  );
}
