/** Whether bytes are UTF-8, and the words of Nix's JSON library where they are not. */

/** What is wrong with the bytes as UTF-8; nothing where they are sound. */
export function utf8Problem(text: string): string | undefined {
  if (/^[\0-\x7f]*$/.test(text)) return undefined;
  let missing = 0;
  let least = 0x80;
  let most = 0xbf;
  for (let at = 0; at < text.length; at++) {
    const byte = text.charCodeAt(at);
    if (missing > 0) {
      if (byte < least || byte > most) return invalid(at, byte);
      missing--;
      least = 0x80;
      most = 0xbf;
    } else if (byte >= 0x80) {
      if (byte < 0xc2 || byte > 0xf4) return invalid(at, byte);
      missing = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
      // Neither overlong forms nor surrogates nor what lies beyond Unicode: the second byte tells.
      if (byte === 0xe0) least = 0xa0;
      else if (byte === 0xed) most = 0x9f;
      else if (byte === 0xf0) least = 0x90;
      else if (byte === 0xf4) most = 0x8f;
    }
  }
  if (missing === 0) return undefined;
  return `[json.exception.type_error.316] incomplete UTF-8 string; last byte: 0x${hex(text.charCodeAt(text.length - 1))}`;
}

function invalid(at: number, byte: number): string {
  return `[json.exception.type_error.316] invalid UTF-8 byte at index ${at}: 0x${hex(byte)}`;
}

function hex(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, "0");
}
