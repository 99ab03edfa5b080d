import { PEOPLE } from './draft.js';

/** Whether a text is about customers rather than about what was sold. */
export const isAboutPeople = (text: string): boolean => new RegExp(`\\b(?:${PEOPLE}|who|whom)\\b`).test(text);
