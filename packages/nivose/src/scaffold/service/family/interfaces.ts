/** What a fleet has services tell of themselves, as options of its own: ports, pages, what is worth keeping. */

import { declaredOptions } from "../../../check/modules/option-module.ts";
import type { EvaluatedHost } from "../../../check/hosts/evaluated-fleet.ts";
import type { Repository } from "../../../check/source/repository.ts";
import { type Family, modulesOf } from "./family.ts";

export interface Interfaces {
  /** A set by who listens, each with a `port` and these fields. */
  readonly ports: { readonly option: readonly string[]; readonly fields: readonly string[] } | undefined;
  /** A set by names of pages: a number, or a set with a `port`. */
  readonly sites:
    | { readonly option: readonly string[]; readonly isNumber: boolean; readonly fields: readonly string[] }
    | undefined;
  /** A list of folders, which is empty by itself: what has other defaults would lose them. */
  readonly backup: readonly string[] | undefined;
}

export function interfacesOf({ prefix }: Family, host: EvaluatedHost, repository: Repository): Interfaces {
  const modules = modulesOf(host, repository);
  const declared = [...repository.files.values()]
    .filter(({ name }) => modules.has(name))
    .flatMap((file) =>
      declaredOptions(file)
        .filter(({ path }) => path[0] === prefix[0])
        .map(({ path, value }) => ({ path, text: file.text(value) })),
    );
  const named = (...end: readonly string[]) =>
    declared.filter(({ path }) => end.every((name, index) => path.at(index - end.length) === name));
  const ports = named("ports").find(({ text }) => isSetOf(text) && fieldsIn(text).includes("port"));
  const sites = named("sites").find(({ text }) => isSetOf(text) && (isPort(text) || fieldsIn(text).includes("port")));
  const backup = named("backup", "paths").find(
    ({ text }) => /listOf/u.test(text) && /default\s*=\s*\[\s*\]/u.test(text),
  );
  return {
    ports: ports === undefined ? undefined : { option: ports.path, fields: fieldsIn(ports.text) },
    sites:
      sites === undefined
        ? undefined
        : { option: sites.path, isNumber: isPort(sites.text), fields: fieldsIn(sites.text) },
    backup: backup?.path,
  };
}

function isSetOf(text: string): boolean {
  return /\battrsOf\b/u.test(text);
}

function isPort(text: string): boolean {
  return /\battrsOf\s+\(?(?:lib\.)?(?:types\.)?port\b/u.test(text);
}

/** Options of a submodule that is written out. */
function fieldsIn(text: string): string[] {
  return [...text.matchAll(/\b([a-z]\w*)\s*=\s*(?:lib\.)?mkOption\b/gu)].map(([, name]) => name!);
}
