import { formatSource } from "@nivose/nix/format";

/** Nix text in the style of RFC 166. Text that is no Nix is a mistake in a template of ours. */
export function formatText(text: string, path: string): string {
  const formatted = formatSource(new TextEncoder().encode(text));
  if (!("text" in formatted)) throw new Error(`${path} is no Nix: ${JSON.stringify(formatted.diagnostics)}\n${text}`);
  return new TextDecoder().decode(formatted.text);
}
