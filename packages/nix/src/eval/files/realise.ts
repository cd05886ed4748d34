/** Builds what an evaluation wants to read: import from derivation. */

import { derivationAt } from "./derivations.ts";
import { allowStorePath, typeAt } from "./files.ts";
import { addObjects, buildOutputs, isInstalled, requisites } from "./installed-nix.ts";
import { fail } from "../machine/machine.ts";
import { settings } from "../machine/settings.ts";
import { storeObject } from "./store-objects.ts";
import { type ContextId, contextElements } from "../memory/strings.ts";
import { outputPath } from "../../store/derivation.ts";

/** Makes sure that everything exists that a path refers to; returns the path. */
export function realiseContext(path: string, context: ContextId): string {
  const wanted = new Map<string, string[]>();
  for (const element of contextElements(context)) {
    if (!element.startsWith("!")) {
      checkValid(element.startsWith("=") ? element.slice(1) : element);
      continue;
    }
    const end = element.indexOf("!", 1);
    const drvPath = element.slice(end + 1);
    checkValid(drvPath);
    wanted.set(drvPath, [...(wanted.get(drvPath) ?? []), element.slice(1, end)]);
  }
  for (const [drvPath, outputs] of wanted) {
    if (!settings.importFromDerivation) {
      throw fail(
        "eval",
        `cannot build '${drvPath}^${outputs.join(",")}' during evaluation because the option ` +
          "'allow-import-from-derivation' is disabled",
      );
    }
    build(drvPath, outputs);
  }
  return path;
}

function checkValid(path: string): void {
  if (storeObject(path) === undefined && typeAt(path) === undefined) {
    throw fail("invalid-path", `path '${path}' is not valid`);
  }
}

/** The outputs that were built already, each with its derivation. */
const built = new Set<string>();

function build(drvPath: string, outputs: readonly string[]): void {
  const missing = outputs.filter((output) => !built.has(`${output}!${drvPath}`));
  if (missing.length === 0) return;
  const { name, outputs: known } = derivationAt(drvPath);
  const paths = missing.map((output) => {
    const found = known.get(output);
    if (found === undefined) throw fail("eval", `derivation '${drvPath}' does not have wanted outputs '${output}'`);
    return outputPath(settings.storeDir, name, output, found)!;
  });
  const isRestricted = settings.restricted || settings.pure;
  if (paths.some((path) => typeAt(path) === undefined)) {
    if (!isInstalled()) {
      throw fail("limit", `cannot build '${drvPath}' during evaluation: this needs an installed Nix`);
    }
    settings.print(`building '${drvPath}'...`);
    addObjects([drvPath]);
    buildOutputs(drvPath, missing);
  }
  for (const path of paths) {
    allowStorePath(path);
    if (isRestricted && isInstalled()) for (const each of requisites(path)) allowStorePath(each);
  }
  for (const output of missing) built.add(`${output}!${drvPath}`);
}
