import { evaluationFlags, expressionFlags, expressionLetters } from "../evaluation-flags.ts";
import type { Verb } from "../verb.ts";

const { arg, argstr, include } = expressionFlags;

export const repl: Verb = {
  brief: "Evaluate Nix expressions as you type them",
  description: [
    "Reads expressions and prints their values as 'nix repl' does. 'x = 1' gives a value a name, ':l FILE' takes the " +
      "attributes of a file into scope, ':?' lists all commands. Tab completes names, attributes behind a dot, and files; " +
      "Ctrl-C ends an evaluation and keeps the names.",
    "What is typed is kept in the state folder (repl-history). Without a terminal it reads lines and prints results only.",
  ],
  examples: [
    { command: "nivose repl", does: "Starts an interpreter" },
    { command: "nivose repl -I nixpkgs=./nixpkgs '<nixpkgs>'", does: "Starts it with the packages in scope" },
    { command: "echo '1 + 2' | nivose repl", does: "Prints 3" },
  ],
  letters: { "-I": expressionLetters["-I"] },
  takesNixSettings: true,
  flags: { arg, argstr, include, ...evaluationFlags },
  arguments: {
    placeholder: "FILE",
    brief: "Files whose attributes are in scope from the start",
    least: 0,
    most: Infinity,
    completes: "nix-files",
  },
  load: () => import("../run/repl.ts"),
};
