/** How a machine starts, as a file says it. */

import type { SourceFile } from "../../check/source/source-file.ts";

/** `boot.loader.… = …;`, each by itself. */
export function loadersIn(file: SourceFile): readonly string[] {
  if (!file.mentions("loader")) return [];
  return file.definitions
    .filter(({ path: [first, second] }) => first === "boot" && second === "loader")
    .map(({ path: names, value }) => `${names.join(".")} = ${file.text(value)};`);
}
