import { wordsOf } from './header-words.js';

const PHONE =
  /\b(?:phone|mobile|telephone|telefono?|telefone|tel|cell ?phone|handy|movil|celular|portable|cellulare)\b/;
const ELSE = /\b(?:fax|type|country|provider|model|opt|consent|marketing)\b/;

/** Whether a column of this name holds telephone numbers. */
export function isPhoneHeader(header: string): boolean {
  const said = wordsOf(header).join(' ');
  return PHONE.test(said) && !ELSE.test(said);
}
