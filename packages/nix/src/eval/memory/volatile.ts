/**
 * The hash in the store path of a source that may change is in many texts: the module system knows modules by the paths of
 * their files. As long as nothing looks at the hash itself, an answer is the same for every hash but for the places where
 * the hash stands in it, and so it holds for the source as it is later, if all that was read is the same.
 *
 * What looks at a hash is what makes something else of a text: derivations and other hashes, comparing, cutting it up,
 * searching it, and sorting names. Each of them says so here. Whoever forgets to is a bug that makes old answers outlive a
 * change; `tests/trace` holds every builtin to it.
 */

/** Those that nothing has looked at so far. Empty when nobody wants to know, so asking costs nothing. */
let hashes: string[] = [];
const lookedAt = new Set<string>();

export function forgetVolatile(): void {
  hashes = [];
  lookedAt.clear();
}

/** Whether there is any hash that nothing may have looked at. */
export function hasVolatile(): boolean {
  return hashes.length > 0;
}

export function addVolatile(hash: string): void {
  if (!lookedAt.has(hash) && !hashes.includes(hash)) hashes.push(hash);
}

export function isVolatile(hash: string): boolean {
  return lookedAt.has(hash) || hashes.includes(hash);
}

export function wasLookedAt(hash: string): boolean {
  return lookedAt.has(hash);
}

export function lookAtHash(hash: string): void {
  if (!isVolatile(hash)) return;
  hashes = hashes.filter((each) => each !== hash);
  lookedAt.add(hash);
}

/** Something depends on every byte of the text. */
export function lookAt(text: string): void {
  if (hashes.length === 0 || text.length < 32) return;
  for (const hash of hashes) if (text.includes(hash)) lookAtHash(hash);
}

/** Two texts have turned out not to be equal: that depends on hashes if they differ in nothing else. */
export function lookAtDifference(first: string, second: string): void {
  if (hashes.length === 0 || first.length !== second.length || first.length < 32) return;
  const differing = new Set<string>();
  for (let at = differenceOf(first, second, 0); at < first.length; at = differenceOf(first, second, at)) {
    let end = at;
    for (const hash of hashes) {
      const start = Math.max(first.lastIndexOf(hash, at), second.lastIndexOf(hash, at));
      if (start < 0 || start + hash.length <= at) continue;
      differing.add(hash);
      end = Math.max(end, start + hash.length);
    }
    if (end === at) return;
    at = end;
  }
  for (const hash of differing) lookAtHash(hash);
}

function differenceOf(first: string, second: string, from: number): number {
  let at = from;
  while (at < first.length && first.charCodeAt(at) === second.charCodeAt(at)) at++;
  return at;
}

/** A text without its hashes, for whoever tells many texts apart; nothing if it has none. */
export function textBesidesHashes(text: string): string | undefined {
  if (hashes.length === 0 || text.length < 32) return undefined;
  return text.replace(/(?<=^|\/)[0-9a-df-np-sv-z]{32}/gu, "");
}

/** A part of the text is taken: of a hash it has to be all or nothing. */
export function lookAtCut(text: string, start: number, end: number): void {
  if (hashes.length === 0 || text.length < 32) return;
  for (const hash of hashes) {
    for (let at = text.indexOf(hash); at >= 0; at = text.indexOf(hash, at + 1)) {
      const isCut = (start > at && start < at + hash.length) || (end > at && end < at + hash.length);
      if (isCut) lookAtHash(hash);
    }
  }
}

/** The text is searched for another one. */
export function lookAtSearched(text: string, wanted: string): void {
  if (hashes.length === 0 || text.length < 32) return;
  for (const hash of hashes) if (text.includes(hash) && !isApart(text, wanted, hash)) lookAtHash(hash);
}

/** The text is matched with a regular expression, or split by one. */
export function lookAtMatched(text: string, pattern: string, matchesEmpty: () => boolean): void {
  if (hashes.length === 0 || text.length < 32) return;
  for (const hash of hashes) {
    if (!text.includes(hash)) continue;
    const literal = literalOf(pattern);
    const isSafe = literal === undefined ? isWithoutLetters(pattern) && !matchesEmpty() : isApart(text, literal, hash);
    if (!isSafe) lookAtHash(hash);
  }
}

/** What may begin within a hash, end within one, or go over one: runs of the characters of hashes in base 32. */
const MAY_MEET_A_HASH = /^[0-9a-df-np-sv-z]{1,32}(?:-|$)|\/[0-9a-df-np-sv-z]{1,31}$|\/[0-9a-df-np-sv-z]{32}(?:-|$)/;

/**
 * Whether a text is found at the same places whatever the hash is: a hash has a slash or nothing before it, and a dash or
 * nothing behind it, which few texts can meet. What has the whole hash in it is found where the hash is.
 */
function isApart(text: string, wanted: string, hash: string): boolean {
  if (wanted.includes(hash)) return true;
  if (wanted === "" || MAY_MEET_A_HASH.test(wanted)) return false;
  for (let at = text.indexOf(hash); at >= 0; at = text.indexOf(hash, at + 1)) {
    const end = at + hash.length;
    if (at > 0 && text[at - 1] !== "/") return false;
    if (end < text.length && text[end] !== "-") return false;
  }
  return true;
}

/** What a regular expression looks for, if that is one text with anything before or behind it. */
function literalOf(pattern: string): string | undefined {
  const middle = pattern.replace(/^\.\*/, "").replace(/(?<!\\)\.\*$/, "");
  return /^(?:\\[^0-9a-zA-Z]|[^\\[\](){}.*+?|^$])+$/.test(middle) ? middle.replaceAll(/\\(.)/g, "$1") : undefined;
}

/** Whether it matches none of the characters of a hash. */
function isWithoutLetters(pattern: string): boolean {
  return !/[[\].0-9a-df-np-sv-z^]/.test(pattern.replaceAll(/\\\.|\{[0-9,]*\}/g, ""));
}
