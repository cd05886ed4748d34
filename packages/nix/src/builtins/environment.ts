/** Builtins that look at the world outside. */

import type { Builtin } from "../eval/machine/builtin.ts";
import { settings } from "../eval/machine/settings.ts";
import { string } from "../eval/memory/strings.ts";
import { forcePlainText } from "../eval/memory/values.ts";

export const environmentBuiltins: readonly Builtin[] = [
  {
    name: "getEnv",
    arity: 1,
    apply(name) {
      const text = forcePlainText(name);
      return string(settings.pure || settings.restricted ? "" : (settings.environment(text) ?? ""));
    },
  },
];
