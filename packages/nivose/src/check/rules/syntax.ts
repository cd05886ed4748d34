/** Tells what the parser and the resolver of names have to say. */

import type { FileRule } from "../rule.ts";

export const rule: FileRule = {
  code: "syntax",
  family: "syntax",
  level: "error",
  class: "certain",
  reads: "file",
  title: "What Nix refuses to read",
  explain:
    "Every mistake that can be told of a file without evaluating it: an expression that is not complete, an attribute that is " +
    "defined twice, a variable that nothing defines. Each has a code of its own, and `nivose explain CODE` shows its page. " +
    "Nix stops at the first; here all of them are told, and the other rules look at the rest of the file all the same.",
  example: {
    bad: "{ pkgs, ... }:\n{\n  environment.systemPackages = [ pkgs.hello ]\n}\n",
    good: "{ pkgs, ... }:\n{\n  environment.systemPackages = [ pkgs.hello ];\n}\n",
  },
  *check(file) {
    const { tree } = file;
    for (const { code, text, hint, range, related } of tree.ok ? file.analysis.diagnostics : tree.diagnostics)
      yield {
        code,
        text,
        ...(hint === undefined ? {} : { hint }),
        at: file.at(range),
        related: (related ?? []).map((each) => ({ text: each.text, at: file.at(each.range) })),
      };
  },
};
