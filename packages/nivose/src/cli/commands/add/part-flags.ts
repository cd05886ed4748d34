/** What all verbs have in common that add a part of a repository by its name. */

import type { Arguments, Flags } from "../../verb.ts";

export const partName = {
  placeholder: "NAME",
  brief: "What it is to be called",
  least: 1,
  most: 1,
  completes: "nothing",
} as const satisfies Arguments;

export const partFlags = {
  description: { kind: "text", brief: "What it is, in a few words", placeholder: "TEXT", completes: "nothing" },
} as const satisfies Flags;

export const platformFlag = {
  platform: {
    kind: "choice",
    brief: "Only for this platform",
    placeholder: "PLATFORM",
    values: ["nixos", "darwin", "home", "common"],
  },
} as const satisfies Flags;

export const languageFlag = {
  language: {
    kind: "choice",
    brief: "What it is written in",
    placeholder: "LANGUAGE",
    values: ["python", "node", "go", "rust", "plain"],
  },
} as const satisfies Flags;
