/** What a part was said to be when it was added: its own file has the text. */

import type { Repository } from "../../check/source/repository.ts";
import type { PlacedPart } from "./placed-part.ts";

export function describedIn({ read }: Repository, parts: readonly PlacedPart[]): string | undefined {
  for (const { files } of parts) {
    for (const { path } of files) {
      const text = Buffer.from(read(path) ?? []).toString();
      const found = /(?:mkEnableOption|description =) "((?:[^"\\]|\\.)*)"/u.exec(text) ?? /^# (.+)\.\n/u.exec(text);
      if (found !== null) return found[1]!.replaceAll(/\\(.)/gu, "$1");
    }
  }
  return undefined;
}
