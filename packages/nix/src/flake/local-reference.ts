/** References as they are typed: a path is a flake's folder or one below it, and in a repository the repository is meant. */

import { existsSync, lstatSync } from "node:fs";
import { basename, dirname } from "node:path/posix";
import { canonicalPath } from "../eval/machine/coerce.ts";
import { noteAround } from "../eval/files/reads.ts";
import { fail } from "../eval/machine/machine.ts";
import { inFlake } from "./errors.ts";
import {
  type FlakeReference,
  parseNamedReference,
  parseReferenceWithFragment,
  type Surroundings,
} from "./reference/index.ts";

/** `folder` is the one that paths are relative to. */
export function parseTypedReference(text: string, folder: string, surroundings: Surroundings): FlakeReference {
  return parseTyped(text, folder, surroundings, flakeAround);
}

/** What is taken for an input, which may be one that is no flake: of a path the folder itself is meant. */
export function parseInputReference(text: string, folder: string, surroundings: Surroundings): FlakeReference {
  return parseTyped(text, folder, surroundings, (path) => path);
}

function parseTyped(
  text: string,
  folder: string,
  surroundings: Surroundings,
  flakeAt: (path: string) => string,
): FlakeReference {
  return inFlake(() => {
    const named = parseNamedReference(text, folder, surroundings);
    if (named !== undefined) return named;
    const [, path = "", query = ""] = /^([^?#]*)(\?[^#]*)?/s.exec(text) ?? [];
    const given = canonicalPath(path.startsWith("/") ? path : `${folder}/${path}`);
    return referenceOfPath(given, query, surroundings, flakeAt);
  });
}

function referenceOfPath(
  given: string,
  query: string,
  surroundings: Surroundings,
  flakeAt: (path: string) => string,
): FlakeReference {
  const stat = lstatSync(native(given), { throwIfNoEntry: false });
  if (stat === undefined) throw fail("io", `getting status of '${given}': No such file or directory`);
  let path = given;
  if (!stat.isDirectory()) {
    if (basename(path) !== "flake.nix")
      throw fail("eval", `path '${path}' is not a flake (because it's not a directory)`);
    surroundings.warn(
      `Path '${path}' should point at the directory containing the 'flake.nix' file, not the file itself. Pretending that you meant '${dirname(path)}'`,
    );
    path = dirname(path);
  }
  const flake = flakeAt(path);
  const top = repositoryAround(flake);
  if (top === undefined) return parseReferenceWithFragment(`path:${escaped(flake)}${query}`, surroundings).reference;
  const below = flake === top ? "" : flake.slice(top === "/" ? 1 : top.length + 1);
  const parameters = [...(query === "" ? [] : [query.slice(1)]), ...(below === "" ? [] : [`dir=${escaped(below)}`])];
  if (below !== "" && /[?&]dir=/u.test(query))
    throw fail("eval", `flake URL '${given}${query}' has an inconsistent 'dir' parameter`);
  if (isThere(`${top}/.git/shallow`)) parameters.push("shallow=1");
  const url = `git+file://${escaped(top)}${parameters.length === 0 ? "" : `?${parameters.join("&")}`}`;
  return parseReferenceWithFragment(url, surroundings).reference;
}

/** The innermost folder around a path, or itself, that has a `flake.nix`. */
function flakeAround(path: string): string {
  for (let folder = path; folder !== "/"; folder = dirname(folder)) {
    if (isThere(`${folder}/flake.nix`)) return folder;
    if (isThere(`${folder}/.git`)) {
      throw fail(
        "eval",
        `path '${folder}' is not part of a flake (neither it nor its parent directories contain a 'flake.nix' file)`,
      );
    }
  }
  throw fail("eval", "could not find a flake.nix file");
}

function repositoryAround(path: string): string | undefined {
  for (let folder = path; folder !== "/"; folder = dirname(folder)) if (isThere(`${folder}/.git`)) return folder;
  return undefined;
}

/** Whoever adds or removes it changes which source is meant. */
function isThere(path: string): boolean {
  const found = existsSync(native(path));
  noteAround(path, found);
  return found;
}

/** A path in a URL. */
function escaped(path: string): string {
  return path.replaceAll(
    /[^A-Za-z0-9\-._~/:@!$&'()*+,;=]/g,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, "0").toUpperCase()}`,
  );
}

function native(path: string): Buffer {
  return Buffer.from(path, "latin1");
}
