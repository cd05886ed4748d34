/** All files of a new repository, ready to be written: Nix is formatted, locks are made, secrets are encrypted. */

import { formatText } from "./format-text.ts";
import { lockFile } from "./lock/lock-file.ts";
import type { Drawing, DraftSecret, NextCommand, Preset } from "./preset.ts";
import { fillRandom, type Random } from "./random.ts";
import { sopsRules } from "./sops-rules.ts";
import type { Fleet } from "./spec/fleet-spec.ts";
import type { Templates } from "./template.ts";

export interface Composed {
  readonly files: readonly ComposedFile[];
  readonly notes: readonly string[];
  readonly next: readonly NextCommand[];
}

export interface ComposedFile {
  readonly path: string;
  readonly text: string;
  readonly isProgram: boolean;
}

export interface SecretsContext {
  readonly random: Random;
  /** Encrypts a YAML document for age recipients. */
  readonly encrypt: (document: string, recipients: readonly string[]) => Promise<string>;
}

export interface ComposeContext extends SecretsContext {
  readonly templates: Templates;
}

export async function compose(preset: Preset, fleet: Fleet, context: ComposeContext): Promise<Composed> {
  const drawing = preset.draw(fleet, context.templates);
  const files: ComposedFile[] = drawing.files.map(({ path, text, isProgram = false }) => ({
    path,
    text: path.endsWith(".nix") ? formatText(text, path) : text,
    isProgram,
  }));
  for (const [path, text] of [...lockFiles(drawing, fleet), ...rulesFile(drawing, fleet)])
    files.push({ path, text, isProgram: false });
  for (const secret of fleet.secrets === undefined ? [] : drawing.secrets)
    files.push({ path: secret.path, text: await encrypted(secret, fleet, context), isProgram: false });
  refuseTwice(files);
  return {
    files: files.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    notes: [...drawing.notes, ...openInputs(drawing)],
    next: drawing.next,
  };
}

/** The lock file of each flake that is drawn, by its path. */
export function lockFiles({ flakes }: Drawing, { release }: Fleet): readonly (readonly [string, string])[] {
  return flakes.map((flake) => [
    flake.folder === "" ? "flake.lock" : `${flake.folder}/flake.lock`,
    lockFile(flake, flakes, release),
  ]);
}

/** `.sops.yaml`, if there is anything to encrypt. */
export function rulesFile({ secrets }: Drawing, fleet: Fleet): readonly (readonly [string, string])[] {
  return fleet.secrets === undefined || secrets.length === 0 ? [] : [[".sops.yaml", sopsRules(secrets, fleet)]];
}

/** Age recipients of a secret: the operators, and the hosts that read it as far as their keys are known. */
export function recipientsOf({ hosts: readers }: DraftSecret, { secrets, hosts }: Fleet): string[] {
  const ageOf = new Map(hosts.map(({ name, age }) => [name, age]));
  return [...(secrets?.operators ?? []).map(({ age }) => age), ...readers.flatMap((host) => ageOf.get(host) ?? [])];
}

export function encrypted(secret: DraftSecret, fleet: Fleet, { random, encrypt }: SecretsContext): Promise<string> {
  return encrypt(fillRandom(secret.document, random), recipientsOf(secret, fleet));
}

function openInputs({ flakes }: Drawing): string[] {
  return flakes.flatMap(({ folder, inputs }) =>
    inputs.flatMap((input) =>
      input.kind === "open"
        ? [
            `The input '${input.name}' of ${folder || "the flake"} is not locked: its hash cannot be known here. 'nix flake lock' fetches and locks it.`,
          ]
        : [],
    ),
  );
}

function refuseTwice(files: readonly ComposedFile[]): void {
  const paths = new Set<string>();
  for (const { path } of files) {
    if (paths.has(path)) throw new Error(`two files at ${path}`);
    paths.add(path);
  }
}
