/** Files in which people write commands: scripts, recipes, jobs of CI, documents. */

import path from "node:path/posix";
import type { Repository } from "../source/repository.ts";

export interface CommandLine {
  readonly text: string;
  /** Of the line, in bytes. */
  readonly start: number;
}

export function commandFiles({ tracked }: Repository): readonly string[] {
  return [...tracked].filter((file) => isCommandFile(file)).toSorted();
}

function isCommandFile(file: string): boolean {
  const name = path.basename(file);
  return (
    /^(?:\.?justfile|makefile|gnumakefile|taskfile\.ya?ml|\.envrc|\.gitlab-ci\.yml)$/iu.test(name) ||
    /\.(?:md|sh|bash|zsh|fish|just|mk)$/iu.test(name) ||
    /(?:^|\/)\.(?:github|forgejo|gitea|woodpecker|circleci)\/.*\.ya?ml$/u.test(file) ||
    /(?:^|\/)(?:scripts|bin)\/[^./]+$/u.test(file)
  );
}

/** Those that run a program of Nix. What is written over several lines with `\` is told line by line. */
export function commandLines(bytes: Uint8Array): readonly CommandLine[] {
  // one character a byte, so that places are those of bytes
  const text = Buffer.from(bytes).toString("latin1");
  const found: CommandLine[] = [];
  let start = 0;
  let isContinued = false;
  for (const line of text.split("\n")) {
    const runs =
      /\b(?:nix|nixos-rebuild|darwin-rebuild|home-manager|nixos-anywhere|nixos-install|nh|nom|disko-install)\b/u.test(
        line,
      );
    if (runs || isContinued) found.push({ text: line, start });
    isContinued = (runs || isContinued) && /\\\s*$/u.test(line);
    start += line.length + 1;
  }
  return found;
}
