/** `--extra-experimental-features`, as Nix spells it. Two of the features change how Nix is read. */

import type { Message } from "@nivose/nix/message";
import { toolMessages } from "../report/messages.ts";
import { nearest } from "@nivose/nix/syntax";
import type { Flag } from "./verb.ts";

export const featuresFlag: Flag = {
  kind: "texts",
  brief: "Experimental features of Nix to read the files with, such as pipe-operators",
  placeholder: "NAMES",
  completes: () => [
    { word: "pipe-operators", brief: "the operators |> and <|" },
    { word: "no-url-literals", brief: "URLs only in quotes" },
  ],
};

export interface Features {
  readonly pipeOperators: boolean;
  readonly urlLiterals: boolean;
}

/** The features in the values of the flag, each of which holds one name or several with blanks between them. */
export function readFeatures(values: readonly string[]): Features | Message {
  const names = values.flatMap((value) => value.split(/\s+/u)).filter((name) => name !== "");
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) return toolMessages["unknown-experimental-feature"](unknown, nearest(unknown, known));
  return { pipeOperators: names.includes("pipe-operators"), urlLiterals: !names.includes("no-url-literals") };
}

/** What Nix warns of in a setting, and ignores. */
export function unknownFeatures(names: readonly string[]): string[] {
  return names.filter((name) => !known.includes(name));
}

/** The features of Nix 2.26. */
const known: readonly string[] = [
  "auto-allocate-uids",
  "ca-derivations",
  "cgroups",
  "configurable-impure-env",
  "daemon-trust-override",
  "dynamic-derivations",
  "fetch-closure",
  "fetch-tree",
  "flakes",
  "git-hashing",
  "impure-derivations",
  "local-overlay-store",
  "mounted-ssh-store",
  "nix-command",
  "no-url-literals",
  "parse-toml-timestamps",
  "pipe-operators",
  "read-only-local-store",
  "recursive-nix",
  "verified-fetches",
];
