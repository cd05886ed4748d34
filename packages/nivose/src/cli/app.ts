/** The tree of verbs, in the order in which help lists them. */

import { add } from "./commands/add.ts";
import { check } from "./commands/check.ts";
import { completion } from "./commands/completion.ts";
import { derivation } from "./commands/derivation.ts";
import { evaluate } from "./commands/eval.ts";
import { explain } from "./commands/explain.ts";
import { fetch, flake, lock } from "./commands/flake.ts";
import { fmt } from "./commands/fmt.ts";
import { graph } from "./commands/graph.ts";
import { init } from "./commands/init.ts";
import { options } from "./commands/options.ts";
import { paper } from "./commands/paper.ts";
import { parse } from "./commands/parse.ts";
import { remove } from "./commands/remove.ts";
import { repl } from "./commands/repl.ts";
import { services } from "./commands/services.ts";
import { show } from "./commands/show.ts";
import { tour } from "./commands/tour.ts";
import { undo } from "./commands/undo.ts";
import { why } from "./commands/why.ts";
import type { Verbs } from "./verb.ts";

export const verbs: Verbs = {
  init,
  add,
  remove,
  show,
  services,
  check,
  why,
  options,
  graph,
  parse,
  fmt,
  eval: evaluate,
  repl,
  flake,
  lock,
  fetch,
  derivation,
  paper,
  undo,
  explain,
  tour,
  completion,
};
