/** The fleet's own option behind one of NixOS: whoever wants another port sets that, and all that follows from it agrees. */

import { declaredOptions, optionModulesOf } from "../../../check/modules/option-module.ts";
import { tellOption } from "../../../check/services/words.ts";
import type { SourceFile } from "../../../check/source/source-file.ts";
import type { Repository } from "../../../check/source/repository.ts";
import { readOptionPath } from "../../../explain/option-path.ts";

type Path = readonly string[];

/** The option itself if no module of the fleet sets it from one of its own. */
export function ownOption(option: Path, { files }: Pick<Repository, "files">): Path {
  const last = option.at(-1)!;
  for (const file of files.values()) {
    if (!file.mentions("enable") || !file.mentions(last)) continue;
    const found = optionModulesOf(file).flatMap(({ namespace, own }) => {
      const set = file.definitions.find(({ path }) => path.join(".") === option.join("."));
      const name = set === undefined ? undefined : nameOf(file, set.value, set.attrPath, own?.name ?? "cfg");
      return name === undefined ? [] : [[...namespace, name]];
    });
    const declared = new Set(found.length === 0 ? [] : declaredOptions(file).map(({ path }) => path.join(".")));
    const whole = found.find((path) => declared.has(path.join(".")));
    if (whole !== undefined) return whole;
  }
  return option;
}

/** The same in a sentence that names options. */
export function withOwnOptions(sentence: string, repository: Pick<Repository, "files">): string {
  return sentence.replaceAll(/\b(?:services|virtualisation)(?:\.[\w-]+|\."[^"]+")+/gu, (option) =>
    tellOption(ownOption(readOptionPath(option), repository)),
  );
}

/** `cfg.port`, or a name that is inherited from `cfg`. */
function nameOf(file: SourceFile, value: number, attrPath: number, cfg: string): string | undefined {
  const text = value === 0 ? "" : file.text(value);
  const selected = new RegExp(`^${cfg}\\.([A-Za-z_][\\w'-]*)$`, "u").exec(text)?.[1];
  if (selected !== undefined) return selected;
  const start = file.tree.start(attrPath);
  const before = Buffer.from(file.bytes.subarray(Math.max(0, start - REACH), start)).toString();
  return new RegExp(`inherit \\(${cfg}\\)[^;]*$`, "u").test(before) ? file.text(attrPath).trim() : undefined;
}

/** How far an `inherit` may be from the last of its names. */
const REACH = 300;
