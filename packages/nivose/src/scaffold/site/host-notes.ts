/** What a new host needs that nobody can write for its owner. */

import path from "node:path";
import type { Repository } from "../../check/source/repository.ts";
import type { SaidHost } from "./said-host.ts";

/** Data that most hosts have in a file of their name, such as their secrets: what reads it finds none for a new one. */
export function dataNotes(
  { tracked, untracked }: Repository,
  all: readonly SaidHost[],
  model: SaidHost,
  name: string,
): readonly string[] {
  const alike = all.filter(({ kind }) => kind === model.kind);
  const names = new Set(alike.map((each) => each.name));
  const counts = new Map<string, number>();
  for (const file of [...tracked, ...untracked]) {
    const own = dataFile.exec(path.posix.basename(file))?.[1];
    if (own === undefined || !names.has(own)) continue;
    const pattern = path.posix.join(path.posix.dirname(file), path.posix.basename(file).replace(own, "{name}"));
    counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count > 1 && count * 2 > alike.length)
    .map(([pattern, count]) => {
      const file = pattern.replace("{name}", name);
      return `${count} of ${alike.length} hosts have a file like ${file}, which nobody can write for them: modules that need it fail for ${name} until it is there.`;
    });
}

const dataFile = /^(.+)\.(?:ya?ml|json|toml|age|sops|pub)$/u;

/** Secrets are never made up. */
export function secretNotes(repository: Repository, model: SaidHost, name: string): readonly string[] {
  const isSaid = (file: string): boolean =>
    repository.exists(file) &&
    Buffer.from(repository.read(file) ?? [])
      .toString()
      .includes(model.name);
  const sops = isSaid(".sops.yaml")
    ? [
        `.sops.yaml has a key and rules for ${model.name}: add those of ${name} ('ssh-to-age' prints its key), and run 'sops updatekeys' on the files that it reads.`,
      ]
    : [];
  const rules = [...repository.files.keys()].filter((file) => /(?:^|\/)secrets\.nix$/u.test(file) && isSaid(file));
  return [
    ...sops,
    ...rules.map((file) => `${file} names the key of ${model.name}: add that of ${name}, and run 'agenix --rekey'.`),
  ];
}
