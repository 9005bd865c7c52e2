/** The kinds of event of this topic, by type. */
export const gatesEvents = {};
