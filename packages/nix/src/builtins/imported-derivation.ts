/** `import` of a derivation's file in the store: a set like the one that `derivation` gives. */

import { derivationAt } from "../eval/files/derivations.ts";
import { typeAt } from "../eval/files/files.ts";
import { type Handle, list } from "../eval/memory/heap.ts";
import { loadText } from "../eval/files/imports.ts";
import { call, evaluate, force } from "../eval/machine/machine.ts";
import { attrsOf } from "../eval/code/positions.ts";
import { settings } from "../eval/machine/settings.ts";
import { storeObject } from "../eval/files/store-objects.ts";
import { contextFrom, string } from "../eval/memory/strings.ts";
import { outputPath } from "../store/derivation.ts";
import { inputPlaceholder } from "../store/placeholder.ts";
import { isDerivationPath, isStorePath } from "../store/store-path.ts";

/** The value of a derivation's file; nothing if the path is none. */
export function importedDerivation(path: string): Handle | undefined {
  if (!isDerivationPath(path) || !isStorePath(settings.storeDir, path)) return undefined;
  if (storeObject(path) === undefined && typeAt(path) === undefined) return undefined;
  const derivation = derivationAt(path);
  const outputs = Array.from(derivation.outputs, ([name, output]) => {
    const known = outputPath(settings.storeDir, derivation.name, name, output);
    return [name, string(known ?? inputPlaceholder(path, name), contextFrom([`!${name}!${path}`]))] as const;
  });
  const set = attrsOf({
    ...Object.fromEntries(outputs),
    drvPath: string(path, contextFrom([`=${path}`])),
    name: string(derivation.env.get("name") ?? ""),
    outputs: list(outputs.map(([name]) => string(name))),
  });
  const wrap = evaluate(loadText(Buffer.from(WRAP), "«nix-internal»/imported-derivation.nix"), 0);
  return force(call(wrap, set));
}

const WRAP = `
from@{ drvPath, name, outputs, ... }:
let
  common = builtins.listToAttrs each // {
    inherit drvPath name;
    all = map (output: output.value) each;
    type = "derivation";
  };
  each = map (outputName: {
    name = outputName;
    value = common // { inherit outputName; outPath = builtins.getAttr outputName from; };
  }) outputs;
in
(builtins.head each).value
`;
