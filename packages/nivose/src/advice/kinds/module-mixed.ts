import { Node } from "@nivose/nix/syntax";
import { adviceMessages } from "../messages.ts";
import type { Failed, Recogniser } from "../failed.ts";
import { fileOfModule } from "../places/option-definitions.ts";
import { namesOf, nodesOf, textOf } from "../source.ts";
import { encoded } from "../places/sources.ts";

const MIXED = /^Module [`']([^\n]+?)' has an unsupported attribute [`']([^\n]+?)'/u;

/** Settings beside `options` or `config`. */
export const moduleMixed: Recogniser = (failed) => {
  const [, module, name] = MIXED.exec(failed.text) ?? [];
  if (module === undefined || name === undefined) return undefined;
  const file = encoded(fileOfModule(module));
  const stray = strayBinding(failed, file, name);
  const place = stray === undefined ? undefined : failed.placeIn(file, () => stray.range);
  const remedies = stray === undefined ? [] : [{ text: "write it like this", lines: [`config.${stray.path} = …;`] }];
  return failed.advise(adviceMessages["module-mixed"](name), remedies, place === undefined ? undefined : [place]);
};

function strayBinding(failed: Failed, file: string, name: string) {
  const tree = failed.sources.tree({ file });
  if (tree === undefined) return undefined;
  const binding = nodesOf(tree, Node.Binding).find((ref) => namesOf(tree, tree.child(ref, 0))[0] === name);
  if (binding === undefined) return undefined;
  const path = tree.child(binding, 0);
  return { range: tree.range(path), path: textOf(tree, path) };
}
