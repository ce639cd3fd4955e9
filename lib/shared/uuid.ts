/** An id as PostgreSQL writes it, for patterns that hold one. */
export const UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

const PATTERN = new RegExp(`^${UUID}$`, "i");

/** Whether a text of an address or a form can be an id; another one is asked of no table. */
export const isUuid = (text: string | undefined): text is string => text !== undefined && PATTERN.test(text);
