/** What `flake#name` means: an output by its path, or one of those that are looked at by default. */

import { ATTRS, type Handle } from "../eval/memory/heap.ts";
import { fail, force } from "../eval/machine/machine.ts";
import { parseSelection } from "../eval/machine/selection.ts";
import { settings } from "../eval/machine/settings.ts";
import { symbols } from "../eval/memory/strings.ts";
import { attribute, shapeOfSet } from "../eval/memory/values.ts";
import type { Lookup } from "../eval/errors/errors.ts";
import { suggesting } from "../eval/errors/suggestions.ts";

/** `name` is that of the flake, for messages. */
export function findOutput(outputs: Handle, fragment: string, name: string): Handle {
  const paths = pathsOf(fragment);
  const lookups: Lookup[] = [];
  for (const path of paths) {
    const found = follow(outputs, path);
    if ("value" in found) return found.value;
    lookups.push(found);
  }
  const shown = paths.map((path, index) => `${index === 0 ? "" : index === paths.length - 1 ? " or " : ", "}'${path}'`);
  throw suggesting(fail("eval", `flake '${name}' does not provide attribute ${shown.join("")}`), lookups);
}

function pathsOf(fragment: string): string[] {
  const { currentSystem } = settings;
  if (fragment === "") return [`packages.${currentSystem}.default`, `defaultPackage.${currentSystem}`];
  if (fragment.startsWith(".")) return [fragment.slice(1)];
  return [`packages.${currentSystem}.${fragment}`, `legacyPackages.${currentSystem}.${fragment}`, fragment];
}

function follow(outputs: Handle, path: string): { readonly value: Handle } | Lookup {
  let value = force(outputs);
  const names = parseSelection(path);
  for (const [index, name] of names.entries()) {
    if ((value & 7) !== ATTRS) throw fail("type", `'${names.slice(0, index).join(".")}' is not an attribute set`);
    const found = attribute(value, symbols.ofName(name));
    if (found === undefined) return { wanted: name, names: shapeOfSet(value).symbols };
    value = force(found);
  }
  return { value };
}
