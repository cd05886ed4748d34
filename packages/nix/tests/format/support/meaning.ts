/** What a source means to Nix, for comparing it before and after formatting. */

import { show } from "../../../src/syntax/show.ts";
import { parse } from "../../../src/syntax/index.ts";

/**
 * The tree in Nix's own notation. An indented string may be several literals where the ordinary string that it becomes
 * is one; literals side by side are joined, for they mean the same.
 */
export function meaning(source: Uint8Array): string {
  let text = show(parse(source), { folder: "/folder", home: "/home" });
  for (let before = ""; before !== text;) {
    before = text;
    text = text.replaceAll('" + "', "").replaceAll(/\(("(?:[^"\\]|\\.)*")\)/g, "$1");
  }
  return text.replaceAll("\\${", "${");
}
