/** Texts that stand where a secret would: words to be replaced, examples, and what some other program fills in. */

/** Whether a text was meant to be replaced, or is known to everybody. */
export function isPlaceholder(text: string): boolean {
  const bare = text.trim();
  if (bare.length < SHORTEST || new Set(bare).size < FEWEST_CHARACTERS) return true;
  return known.test(bare) || filledIn.test(bare) || hash.test(bare);
}

/** Whether the lines right before say that what follows is no secret. `text` has one character a byte, or is ASCII there. */
export function isCalledExample(text: string, at: number): boolean {
  const before = text
    .slice(Math.max(0, at - FAR), at)
    .split("\n")
    .slice(-LINES_BEFORE);
  return before.some((line) => disclaimer.test(line));
}

const LINES_BEFORE = 4;
const FAR = 600;

const disclaimer =
  /n't (?:a )?(?:real|secret)\b|\b(?:not (?:a )?(?:real|secret)|fake|dummy|insecure|snake ?oil|publicly known|well[- ]known|random characters|for example)\b|github\.com\/NixOS\/nixpkgs\//iu;

/** Shorter than what anybody would protect something with. */
const SHORTEST = 4;
const FEWEST_CHARACTERS = 3;

const known =
  /change.?(?:me|this|it)|replace|example|placeholder|dummy|snake.?oil|fake|insecure|not.?(?:a|so|very|really)?.?secret|your.|sample|todo|fixme|redacted|removed|^x+$|xxxx|hunter2|hack.?me|hello.?world|correct.?horse|^(?:password|passwort|passwd|pass|secret|test|tests|testing|admin|root|nixos|user|guest|foo|bar|foobar|foo.?bar|default|none|null|true|false|demo|temp|tmp|temporary|unset|empty|initial|letmein|qwerty|abc123|public|private|toor|vagrant|raspberry|installer|nix|vm|test123|password123|1234\d*)\d*[!.]?$/iu;

/** `@PSK@`, `#mailerpass#`, `$TOKEN`, `${…}`, `%d/x`, `<token>`, `{{ token }}`, `env:X`, `ext:psk`, a path, a command. */
const filledIn =
  /^(?:@.*@|#.*#|\$.*|%.*|<.*>|\{.*\}|\[.*\]|(?:env|ext|file|cmd|op|vault):.*|[~./]\S*\/\S*)$|\$\(|\$\{|\*\*\*|\.\.\.|…/u;

/** What `mkpasswd` makes, and other sums, of which nobody gets the password back at once. */
const hash =
  /^(?:\$(?:y|gy|7|2[abxy]?|1|5|6|argon2\w*|scrypt|pbkdf2\S*)\$|\{?(?:SSHA|SHA|PBKDF2|CRYPT)\S*\}|[!*]+$|sha(?:1|256|512)[-:])/iu;
