/** A flake for an input that nobody stands for: it has the names that the fleet asks for, and nothing is known of them. */

import { writeFileSync } from "node:fs";
import path from "node:path";
import { copyTree, layOut, type PaperSource } from "./lay-out.ts";
import type { Substitute } from "./substitute.ts";

/** Made from a model below `cache`, unless it is there. */
export function opaqueFlake(
  { input, isFlake }: Substitute,
  names: readonly string[],
  model: string,
  cache: string,
): PaperSource {
  return layOut(cache, "opaque", (folder) => {
    if (isFlake) {
      copyTree(model, folder);
      writeFileSync(path.join(folder, "names.json"), `${JSON.stringify(names)}\n`);
    }
    writeFileSync(path.join(folder, "input.json"), `${JSON.stringify(input)}\n`);
  });
}
