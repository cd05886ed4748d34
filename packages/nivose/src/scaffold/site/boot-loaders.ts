/** How a machine starts, as a file says it. */

import type { SourceFile } from "../../check/source/source-file.ts";
import { withoutSettings } from "./without-settings.ts";

/** `boot.loader.… = …;`, each by itself. */
export function loadersIn(file: SourceFile): readonly string[] {
  if (!file.mentions("loader")) return [];
  return file.definitions
    .filter(({ path: [first, second] }) => first === "boot" && second === "loader")
    .map(({ path: names, value }) => `${names.join(".")} = ${file.text(value)};`);
}

/** The text of a module without what the others say of that already: it could not be said twice. */
export function withoutLoadersOf(text: string, others: readonly SourceFile[]): string {
  const said = new Set(
    others
      .filter((file) => file.mentions("loader"))
      .flatMap((file) => file.definitions)
      .map(({ path }) => path.join(".")),
  );
  return withoutSettings(text, (names) => names[0] === "boot" && names[1] === "loader" && said.has(names.join(".")));
}
