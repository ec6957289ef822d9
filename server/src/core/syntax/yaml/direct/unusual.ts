/**
 * Thrown where a text is written in a way that only the thorough reader knows. One for all: it is no failure, and has no place.
 */
export const unusual = new Error('Written in an unusual way');
