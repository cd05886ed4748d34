/** What an unquoted text means: Go's YAML library goes by YAML 1.2, with the octal numbers and `_` of 1.1 besides. */

/** A value of a document. Bytes are a text that is not UTF-8. */
export type Plain = null | boolean | bigint | number | string | Uint8Array | Unsupported;

/** What SOPS 3.9 has no type for. */
export class Unsupported {
  readonly what: "date" | "integer";

  constructor(what: "date" | "integer") {
    this.what = what;
  }
}

const words: ReadonlyMap<string, Plain> = new Map<string, Plain>([
  ...["true", "True", "TRUE"].map((word): [string, Plain] => [word, true]),
  ...["false", "False", "FALSE"].map((word): [string, Plain] => [word, false]),
  ...["", "~", "null", "Null", "NULL"].map((word): [string, Plain] => [word, null]),
  ...[".nan", ".NaN", ".NAN"].map((word): [string, Plain] => [word, Number.NaN]),
  ...["", "+"].flatMap((sign) => [".inf", ".Inf", ".INF"].map((word): [string, Plain] => [sign + word, Infinity])),
  ...["-.inf", "-.Inf", "-.INF"].map((word): [string, Plain] => [word, -Infinity]),
]);

/** The value of a plain scalar without a tag. */
export function resolvePlain(text: string): Plain {
  const word = words.get(text);
  if (word !== undefined) return word;
  if (/^\.[0-9]+(?:_[0-9]+)*(?:[eE][-+]?[0-9]+(?:_[0-9]+)*)?$/.test(text))
    return finite(text.replaceAll("_", ""), text);
  if (!/^[-+0-9]/.test(text)) return text;
  if (isTimestamp(text)) return new Unsupported("date");
  const digits = text.replaceAll("_", "");
  const integer = parseInteger(digits);
  if (integer !== undefined) return integer;
  if (/^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/.test(digits)) return finite(digits, text);
  return text;
}

/** The value of a scalar with a tag in short form; nothing where the text does not fit the tag, as with `!!int x`. */
export function resolveTagged(tag: string, text: string): Plain {
  if (tag === "!!binary") return binary(text);
  if (!/^!!(?:bool|int|float|null|timestamp)$/.test(tag)) return text;
  const value = resolvePlain(text);
  if (tag === "!!float" && typeof value === "bigint") return Number(value);
  return tag === tagOfPlain(value) ? value : null;
}

/** The tag in short form that a value has by itself. */
export function tagOfPlain(value: Plain): string {
  if (value === null) return "!!null";
  if (typeof value === "boolean") return "!!bool";
  if (typeof value === "number") return "!!float";
  if (typeof value === "string") return "!!str";
  if (value instanceof Uint8Array) return "!!binary";
  return typeof value === "bigint" || value.what === "integer" ? "!!int" : "!!timestamp";
}

/** A number, or the text itself if no 64 bits hold it. */
function finite(digits: string, text = digits): number | string {
  const value = Number(digits);
  return Number.isFinite(value) ? value : text;
}

/** With the prefixes 0x, 0o and 0b, and octal behind a 0. */
function parseInteger(text: string): bigint | Unsupported | undefined {
  // behind these two prefixes the library reads a number with a sign of its own
  const inner = /^0([ob])([-+])([0-9]+)$/.exec(text);
  if (inner !== null) return parseInteger(`${inner[2]}0${inner[1]}${inner[3]}`);
  const match = /^([-+]?)(?:0([xXoObB])([0-9a-fA-F]+)|0([0-7]+)|(0|[1-9][0-9]*))$/.exec(text);
  if (match === null) return undefined;
  const [, sign, base, digits, octal, decimal] = match;
  const magnitude = magnitudeOf(
    base?.toLowerCase() ?? (octal === undefined ? "" : "o"),
    digits ?? octal ?? decimal ?? "",
  );
  if (magnitude === undefined) return undefined;
  const value = sign === "-" ? -magnitude : magnitude;
  if (value >= -(2n ** 63n) && value < 2n ** 63n) return value;
  return sign === "" && value < 2n ** 64n ? new Unsupported("integer") : undefined;
}

function magnitudeOf(base: string, digits: string): bigint | undefined {
  try {
    return BigInt(base === "" ? digits : `0${base}${digits}`);
  } catch {
    return undefined;
  }
}

function binary(text: string): Plain {
  const plain = text.replaceAll(/[\r\n]/g, "");
  const bytes = Buffer.from(plain, "base64");
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(plain) || plain.length % 4 !== 0) return null;
  return textOrBytes(bytes);
}

/** Bytes as text where they are UTF-8. */
export function textOrBytes(bytes: Uint8Array): string | Uint8Array {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return bytes;
  }
}

function isTimestamp(text: string): boolean {
  const match =
    /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[Tt](\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?(?:Z|[-+]\d\d:\d\d))| (\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?)?$/.exec(
      text,
    );
  if (match === null) return false;
  const [year, month, day, ...times] = match.slice(1).map((part) => Number(part ?? 0)) as [number, number, number];
  const [hour, minute, second] = [0, 1, 2].map((part) => Math.max(times[part] ?? 0, times[part + 3] ?? 0));
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return (
    month >= 1 && month <= 12 && day >= 1 && day <= days && (hour ?? 0) < 24 && (minute ?? 0) < 60 && (second ?? 0) < 60
  );
}
