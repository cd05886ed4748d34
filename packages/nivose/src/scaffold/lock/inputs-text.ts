/** The `inputs` of a `flake.nix`. */

import { quoteName, quoteString } from "@nivose/nix/syntax";
import type { FlakeInput } from "../preset.ts";
import { pinOf } from "../release.ts";
import { relativeFolder } from "./lock-file.ts";

/** One attribute for each input, without the braces around them. `folder` is that of the flake. */
export function inputsText(inputs: readonly FlakeInput[], release: string, folder = ""): string {
  return inputs.map((input) => `${quoteName(input.name)} ${inputText(input, release, folder)}`).join("\n");
}

function inputText(input: FlakeInput, release: string, folder: string): string {
  if (input.kind === "open") return `= { url = ${quoteString(input.url)}; flake = false; };`;
  const url =
    input.kind === "sibling"
      ? `path:${relativeFolder(folder, input.folder)}`
      : pinOf(input.pin ?? input.name, release).url;
  const follows = Object.entries(input.follows ?? {});
  if (follows.length === 0) return `.url = ${quoteString(url)};`;
  const lines = follows.map(([name, target]) => `${quoteName(name)}.follows = ${quoteString(target)};`);
  const inner = lines.length === 1 ? `inputs.${lines[0]}` : `inputs = { ${lines.join(" ")} };`;
  return `= { url = ${quoteString(url)}; ${inner} };`;
}
