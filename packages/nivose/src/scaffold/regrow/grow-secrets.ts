/** Encrypted files of a fleet that changes: new ones are made, others are for whoever can read them to change. */

import type { Repository } from "../../check/source/repository.ts";
import { encrypted, recipientsOf, type SecretsContext } from "../compose.ts";
import type { DraftSecret } from "../preset.ts";
import type { Drawn } from "./drawn.ts";
import type { MergedFiles } from "./merge-files.ts";

export async function growSecrets(
  repository: Repository,
  before: Drawn,
  after: Drawn,
  merged: MergedFiles,
  context: SecretsContext,
): Promise<void> {
  const were = new Map(before.secrets.map((secret) => [secret.path, secret]));
  const are = new Set(after.secrets.map(({ path }) => path));
  for (const path of were.keys()) if (!are.has(path) && repository.exists(path)) merged.files.set(path, undefined);
  for (const secret of after.secrets) {
    const { path } = secret;
    const was = were.get(path);
    if (was !== undefined) merged.notes.push(...changesOf(was, secret, before, after));
    else if (repository.exists(path))
      merged.notes.push(`${path} is there already and stays as it is: '${editCommand(path)}' shows what is in it.`);
    else merged.files.set(path, { bytes: new TextEncoder().encode(await encrypted(secret, after.fleet, context)) });
  }
}

function changesOf(was: DraftSecret, is: DraftSecret, before: Drawn, after: Drawn): string[] {
  const notes: string[] = [];
  const recipients = (secret: DraftSecret, { fleet }: Drawn): string =>
    recipientsOf(secret, fleet).toSorted().join(" ");
  if (recipients(was, before) !== recipients(is, after))
    notes.push(`Others than before can read ${is.path}, once it is encrypted for them: 'sops updatekeys ${is.path}'.`);
  const [old, young] = [namesOf(was), namesOf(is)];
  const missing = [...young].filter((name) => !old.has(name));
  const spare = [...old].filter((name) => !young.has(name));
  if (missing.length > 0) notes.push(`${is.path} needs ${listed(missing)}: '${editCommand(is.path)}' to add it.`);
  if (spare.length > 0)
    notes.push(`Nothing reads ${listed(spare)} of ${is.path} any more: '${editCommand(is.path)}' to take it out.`);
  return notes;
}

/** Its names at the top and within them, as `backup/password`. */
function namesOf({ document }: DraftSecret): ReadonlySet<string> {
  const names = new Set<string>();
  let group = "";
  for (const line of document.split("\n")) {
    const [, indent, name, value] = /^(\s*)([^\s:#"]+): ?(.*)$/u.exec(line) ?? [];
    if (name === undefined) continue;
    if (indent === "") group = name;
    if (value !== "") names.add(indent === "" ? name : `${group}/${name}`);
  }
  return names;
}

function editCommand(path: string): string {
  return `sops ${path}`;
}

function listed(names: readonly string[]): string {
  return names.map((name) => `'${name}'`).join(" and ");
}
