/** The most claims of one report, and the most devices, statements and credits. */
export const MOST_GIVEN = 200;
