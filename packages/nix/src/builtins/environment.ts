/** Builtins that look at the world outside, and fetchers, which need a network. */

import type { Builtin } from "../eval/builtin.ts";
import { fail } from "../eval/machine.ts";
import { settings } from "../eval/settings.ts";
import { string } from "../eval/strings.ts";
import { forcePlainText } from "../eval/values.ts";

function fetcher(name: string): Builtin {
  return {
    name,
    arity: 1,
    apply() {
      throw fail("limit", `builtins.${name} is not supported yet: it needs a network`);
    },
  };
}

export const environmentBuiltins: readonly Builtin[] = [
  {
    name: "getEnv",
    arity: 1,
    apply(name) {
      const text = forcePlainText(name);
      return string(settings.pure || settings.restricted ? "" : (settings.environment(text) ?? ""));
    },
  },
  ...["fetchGit", "fetchMercurial", "fetchTarball", "fetchTree", "fetchurl", "getFlake"].map(fetcher),
];
