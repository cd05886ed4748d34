/** What `flake#name` means: an output by its path, or one of those that are looked at by default. */

import { ATTRS, type Handle } from "../eval/memory/heap.ts";
import { fail, force } from "../eval/machine/machine.ts";
import { parseSelection } from "../eval/machine/selection.ts";
import { settings } from "../eval/machine/settings.ts";
import { symbols } from "../eval/memory/strings.ts";
import { attribute, shapeOfSet } from "../eval/memory/values.ts";
import { withSuggestions } from "../eval/errors/suggestions.ts";

/** `name` is that of the flake, for messages. */
export function findOutput(outputs: Handle, fragment: string, name: string): Handle {
  const paths = pathsOf(fragment);
  const nearby: number[] = [];
  let missing = "";
  for (const path of paths) {
    const found = follow(outputs, path);
    if ("value" in found) return found.value;
    missing = found.missing;
    nearby.push(...found.nearby);
  }
  const shown = paths.map((path, index) => `${index === 0 ? "" : index === paths.length - 1 ? " or " : ", "}'${path}'`);
  throw withSuggestions(fail("eval", `flake '${name}' does not provide attribute ${shown.join("")}`), missing, nearby);
}

function pathsOf(fragment: string): string[] {
  const { currentSystem } = settings;
  if (fragment === "") return [`packages.${currentSystem}.default`, `defaultPackage.${currentSystem}`];
  if (fragment.startsWith(".")) return [fragment.slice(1)];
  return [`packages.${currentSystem}.${fragment}`, `legacyPackages.${currentSystem}.${fragment}`, fragment];
}

function follow(
  outputs: Handle,
  path: string,
): { readonly value: Handle } | { readonly missing: string; readonly nearby: Int32Array } {
  let value = force(outputs);
  for (const name of parseSelection(path)) {
    if ((value & 7) !== ATTRS) return { missing: name, nearby: new Int32Array() };
    const found = attribute(value, symbols.ofName(name));
    if (found === undefined) return { missing: name, nearby: shapeOfSet(value).symbols as Int32Array };
    value = force(found);
  }
  return { value };
}
