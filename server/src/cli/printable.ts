const unprintable = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu;
const controlPictures = 0x2400;

/**
 * A text that can do nothing to a terminal but show: control characters become their pictures or U+FFFD, a unit for a
 * unit, so that offsets hold. Tabs stay.
 */
export function printable(text: string): string {
  return text.replace(unprintable, (character) => {
    if (character === '\t') return character;
    return character < ' ' ? String.fromCharCode(controlPictures + character.charCodeAt(0)) : '\ufffd';
  });
}

const wide =
  /[\p{Script=Han}\p{Script=Hangul}\p{Emoji_Presentation}\u{3000}-\u{303e}\u{3041}-\u{30ff}\u{ff01}-\u{ff60}\u{ffe0}-\u{ffe6}]/u;
const withoutWidth = /[\p{Mark}\p{Default_Ignorable_Code_Point}]/u;

/** How many columns of a terminal a character takes: full-width ones two, combining ones none. */
export function columnsOf(character: string): number {
  if (character < '\u0300' || withoutWidth.test(character) === false) return wide.test(character) ? 2 : 1;
  return 0;
}
