/** Builtins about versions and the names of packages. */

import type { Builtin } from "../eval/machine/builtin.ts";
import { type Handle, integer, list } from "../eval/memory/heap.ts";
import { string, symbols } from "../eval/memory/strings.ts";
import { forcePlainText, makeAttrs } from "../eval/memory/values.ts";
import { lookAt } from "../eval/memory/volatile.ts";
import { compareVersions, parseDrvName, splitVersion } from "./text/versions.ts";

function examined(value: Handle): string {
  const text = forcePlainText(value);
  lookAt(text);
  return text;
}

const NAME = symbols.ofName("name");

export const versionBuiltins: readonly Builtin[] = [
  {
    name: "splitVersion",
    arity: 1,
    apply: (version) => list(splitVersion(examined(version)).map((part) => string(part))),
  },
  {
    name: "compareVersions",
    arity: 2,
    apply(a, b) {
      const left = examined(a);
      return integer(compareVersions(left, examined(b)));
    },
  },
  {
    name: "parseDrvName",
    arity: 1,
    apply(text) {
      const { name, version } = parseDrvName(examined(text));
      return makeAttrs([
        { symbol: NAME, value: string(name) },
        { symbol: symbols.ofName("version"), value: string(version) },
      ]);
    },
  },
];
