/** Names of hosts and folders where Nix looks for a flake in the registry. */

import { Edit } from "@nivose/nix/syntax";
import type { Found } from "../finding.ts";
import { commandFiles, type CommandLine, commandLines } from "../flakes/command-files.ts";
import { hostNames } from "../hosts/host-names.ts";
import type { HostsRule } from "../rule.ts";

export const rule: HostsRule = {
  code: "registry-name",
  family: "fleet",
  level: "warning",
  class: "heuristic",
  reads: "hosts",
  needs: [],
  title: "The name of a host where Nix looks in the registry",
  explain:
    "A flake that is called by a bare name (`luna`, `web#server`) is looked up in the registry of flakes, and not in the repository: Nix says that it `cannot find " +
    "flake 'flake:luna' in the flake registries`, or fetches something else of that name. A host of the flake here is `.#luna`, and a flake in a folder `./web`. " +
    "Scripts, `justfile`, `Makefile`, jobs of CI and documents are looked at, and a name is told only if it is that of a host or of a folder with a flake. " +
    "`nixpkgs#hello` is as it should be, and nothing is said where a script puts names into the registry (`nix registry add`).",
  example: {
    bad: { "machine.nix": "{\n}\n", justfile: "switch:\n    nixos-rebuild switch --flake machine\n" },
    good: {
      "machine.nix": "{\n}\n",
      justfile: "switch:\n    nixos-rebuild switch --flake .#machine\n    nix run nixpkgs#hello\n",
    },
  },
  *check(fleet) {
    const { repository } = fleet;
    const hosts = hostNames(fleet);
    const texts = commandFiles(repository).map((name) => [name, repository.read(name)] as const);
    if (texts.some(([, bytes]) => bytes !== undefined && putsIntoRegistry(bytes))) return;
    const folders = new Set(repository.flakes.map(({ folder }) => folder).filter((folder) => folder !== ""));
    for (const [name, bytes] of texts) {
      for (const line of bytes === undefined ? [] : commandLines(bytes)) {
        for (const { word, start, isWhole } of flakeWords(line)) {
          const right = folders.has(word) ? `./${word}` : hosts.has(word) && isWhole ? `.#${word}` : undefined;
          if (right === undefined || known.has(word)) continue;
          yield found(name, word, right, { start, end: start + word.length }, isWhole);
        }
      }
    }
  },
};

function found(
  file: string,
  word: string,
  right: string,
  range: { readonly start: number; readonly end: number },
  isWhole: boolean,
): Found {
  const is = right.startsWith(".#") ? "a host of the fleet" : "a folder with a flake";
  return {
    text: `Nix looks for '${word}' in the registry, and it is ${is}`,
    at: { file, range },
    hint: `write '${right}${isWhole ? "" : "#…"}'`,
    fix: { title: `write '${right}'`, edits: [{ file, splices: [Edit.replace(range, right)] }] },
  };
}

/** Who names the flakes of a repository in the registry means what it says. */
function putsIntoRegistry(bytes: Uint8Array): boolean {
  return /\bregistry\s+(?:add|pin)\b/u.test(Buffer.from(bytes).toString("latin1"));
}

interface FlakeWord {
  readonly word: string;
  readonly start: number;
  /** Whether nothing follows: no `#` with an attribute. */
  readonly isWhole: boolean;
}

/** The bare names in the place of a flake: behind `--flake`, and before `#`. */
function* flakeWords({ text, start }: CommandLine): Generator<FlakeWord> {
  for (const match of text.matchAll(/--flake[= ]\s*["']?([A-Za-z][\w-]*)(#?)(?=["'`\s]|$|[\w"^-])/dgu)) {
    const [from, to] = match.indices![1]!;
    if (/[\w-]/u.test(text[to] ?? "")) continue;
    yield { word: match[1]!, start: start + from, isWhole: match[2] === "" };
  }
  for (const match of text.matchAll(/(?<=[\s"'`])([A-Za-z][\w-]*)#(?=[\w"'.-])/dgu)) {
    const [from] = match.indices![1]!;
    if (/--flake[= ]\s*["']?$/u.test(text.slice(0, from))) continue;
    yield { word: match[1]!, start: start + from, isWhole: false };
  }
}

/** Names that the global registry has. */
const known: ReadonlySet<string> = new Set(
  "nixpkgs home-manager flake-utils nix sops-nix disko agenix nixos-hardware nix-darwin templates".split(" "),
);
