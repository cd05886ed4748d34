import { type FormatOptions, formatSource } from "../../../src/format/index.ts";

/** The formatted text of a source that must not be refused. */
export function formatted(source: Uint8Array, options: FormatOptions = {}): Uint8Array {
  const result = formatSource(source, options);
  if ("text" in result) return result.text;
  throw new Error(`${result.diagnostics[0]!.text}, in: ${Buffer.from(source).toString("latin1")}`);
}

/** The same for text. */
export function format(source: string, options: FormatOptions = {}): string {
  return Buffer.from(formatted(Buffer.from(source), options)).toString();
}

/** The codes of the diagnostics of a source that must be refused. */
export function refusal(source: Uint8Array | string, options: FormatOptions = {}): string[] {
  const result = formatSource(typeof source === "string" ? Buffer.from(source) : source, options);
  if ("text" in result) throw new Error("is formatted");
  return result.diagnostics.map(({ code }) => code);
}
