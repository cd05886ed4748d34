/** Pieces of the module system's messages, which have had the same form in every library from 20.09 on. */

import { fileOfModule, optionNames } from "./places/option-definitions.ts";
import type { Failed } from "./failed.ts";

export interface DefinitionInMessage {
  readonly file: string;
  /** As the message shows it, on one line; nothing if it has several. */
  readonly value: string | undefined;
}

/** The values that a message lists: `- In `/etc/nixos/a.nix': "b"`. */
export function definitionsIn(text: string): DefinitionInMessage[] {
  return text
    .split(/^\s*- In [`'](?=[^'\n]+')/mu)
    .slice(1)
    .map((item) => {
      const [, file = "", rest = ""] = /^([^'\n]+)'(?::[ \t]*)?([\s\S]*)$/u.exec(item) ?? [];
      const value = /^[^\n]*/u.exec(rest)![0].trim();
      const isWhole = value !== "" && !/^\n[ \t]+\S/u.test(rest.slice(rest.indexOf(value) + value.length));
      return { file: fileOfModule(file), value: isWhole && value.length <= LONGEST ? value : undefined };
    });
}

const LONGEST = 60;

/** The names of an option without those of the module system that it is a part of: `programs.git` of a person's home. */
export function namesWithin(option: string, { scope }: Failed): readonly string[] {
  const { option: names } = optionNames(option);
  const prefix = scope?.prefix ?? [];
  return prefix.every((name, index) => names[index] === name) ? names.slice(prefix.length) : names;
}
