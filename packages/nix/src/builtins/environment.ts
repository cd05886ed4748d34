/** Builtins that look at the world outside. */

import type { Builtin } from "../eval/builtin.ts";
import { settings } from "../eval/settings.ts";
import { string } from "../eval/strings.ts";
import { forcePlainText } from "../eval/values.ts";

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
