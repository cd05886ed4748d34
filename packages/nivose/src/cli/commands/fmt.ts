import type { Verb } from "../verb.ts";

export const fmt: Verb = {
  brief: "Format Nix files in the style of RFC 166, as nixfmt does",
  description: [
    "Rewrites files in place and prints the names of those that it changed. A file with a mistake in its syntax is left " +
      "as it is, and the mistake is shown. All files are rewritten or none, even if the machine is switched off meanwhile, " +
      "and 'nivose undo' takes it back.",
    "Of a folder, all files ending in .nix are formatted, except those that Git ignores; without arguments, those below " +
      "this folder. '-', or nothing at all when something is sent to standard input, formats standard input to standard " +
      "output.",
  ],
  examples: [
    { command: "nivose fmt", does: "Formats all Nix files below this folder" },
    { command: "nivose fmt --check", does: "Lists the files that are not formatted, and fails if there are any" },
    { command: "nivose fmt flake.nix hosts/", does: "Formats a file, and all those in a folder" },
    { command: "nivose fmt --stdin-filepath hosts/web.nix < draft.nix", does: "Formats what an editor sends" },
  ],
  flags: {
    check: { kind: "switch", brief: "Change nothing; list the files that would change, and fail if there are any" },
    json: { kind: "switch", brief: "Print JSON" },
    stdinFilepath: {
      kind: "text",
      brief: "The name to use for standard input in messages",
      placeholder: "FILE",
      completes: "nix-files",
    },
  },
  arguments: {
    placeholder: "FILE|DIR",
    brief: "What to format; '-' is standard input",
    least: 0,
    most: Infinity,
    completes: "nix-files",
  },
  load: () => import("../run/fmt.ts"),
};
