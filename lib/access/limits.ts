/** Calls of the API in a minute; unknown tokens from one address in a quarter of an hour. */
export const CALL_LIMITS = { perToken: 120, perAccount: 600, unknownPerAddress: 30 } as const;

/** Looks at pages open to anyone, from one address in a minute: a whole office may stand behind it. */
export const VISITS_PER_ADDRESS = 60;
