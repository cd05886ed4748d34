/** What a new host needs that nobody can write for its owner. */

import type { Repository } from "../../check/source/repository.ts";
import type { SaidHost } from "./said-host.ts";

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
