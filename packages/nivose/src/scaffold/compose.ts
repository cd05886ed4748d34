/** All files of a new repository, ready to be written: Nix is formatted, locks are made, secrets are encrypted. */

import { formatText } from "./format-text.ts";
import { lockFile } from "./lock/lock-file.ts";
import type { Drawing, NextCommand, Preset } from "./preset.ts";
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

export interface ComposeContext {
  readonly templates: Templates;
  readonly random: Random;
  /** Encrypts a YAML document for age recipients. */
  readonly encrypt: (document: string, recipients: readonly string[]) => Promise<string>;
}

export async function compose(preset: Preset, fleet: Fleet, context: ComposeContext): Promise<Composed> {
  const drawing = preset.draw(fleet, context.templates);
  const files: ComposedFile[] = drawing.files.map(({ path, text, isProgram = false }) => ({
    path,
    text: path.endsWith(".nix") ? formatText(text, path) : text,
    isProgram,
  }));
  for (const flake of drawing.flakes) {
    const path = flake.folder === "" ? "flake.lock" : `${flake.folder}/flake.lock`;
    files.push({ path, text: lockFile(flake, drawing.flakes, fleet.release), isProgram: false });
  }
  files.push(...(await encrypted(drawing, fleet, context)));
  refuseTwice(files);
  return {
    files: files.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    notes: [...drawing.notes, ...openInputs(drawing)],
    next: drawing.next,
  };
}

async function encrypted(drawing: Drawing, fleet: Fleet, context: ComposeContext): Promise<ComposedFile[]> {
  if (fleet.secrets === undefined || drawing.secrets.length === 0) return [];
  const rules = sopsRules(drawing.secrets, fleet);
  const files = [{ path: ".sops.yaml", text: rules, isProgram: false }];
  const ageOf = new Map(fleet.hosts.map(({ name, age }) => [name, age]));
  for (const { path, document, hosts } of drawing.secrets) {
    const recipients = [
      ...fleet.secrets.operators.map(({ age }) => age),
      ...hosts.flatMap((host) => ageOf.get(host) ?? []),
    ];
    const text = await context.encrypt(fillRandom(document, context.random), recipients);
    files.push({ path, text, isProgram: false });
  }
  return files;
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
