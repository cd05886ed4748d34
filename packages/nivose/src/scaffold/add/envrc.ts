/** `.envrc`, by which direnv enters a shell of a flake: a line of it comes and goes with the shell. */

import { cannotGrow, type Grown, type GrownFile } from "../growth.ts";
import { withFirstPlace } from "../place/first-place.ts";
import { placeMessages } from "../place/messages.ts";
import { fillPattern } from "../place/pattern.ts";
import { placesOf } from "../place/places-of.ts";
import type { Site } from "../site/site.ts";
import { flakeAround } from "./shell.ts";

const ENVRC = ".envrc";

/** `isWanted` if direnv is to enter the shell. Where it enters another one already, nobody but the user knows which is meant. */
export function withEnvrc(grown: Grown, site: Site, name: string, isWanted: boolean): Grown {
  const attribute = attributeOf(site, name);
  if (!grown.ok || attribute === undefined) return grown;
  const { growth } = grown;
  const text = textOf(site);
  if (text === undefined) return isWanted ? withFile(grown, lineOf(attribute) + "\n") : grown;
  const lines = text.split("\n");
  if (lines.some((line) => enters(line, attribute))) return grown;
  if (!lines.some((line) => environment.test(line)))
    return isWanted ? withFile(grown, appended(text, lineOf(attribute))) : grown;
  if (!isWanted && growth.files.size === 0) return grown;
  const note = `${ENVRC} enters another shell; '${lineOf(attribute)}' in it enters this one.`;
  return { ok: true, growth: { ...growth, notes: [...growth.notes, note] } };
}

/** The line that was added goes with the shell, and any other one by which direnv enters it has to go first. */
export function withoutEnvrc(grown: Grown, site: Site, name: string): Grown {
  const attribute = attributeOf(site, name);
  const text = textOf(site);
  if (!grown.ok || attribute === undefined || text === undefined) return grown;
  const line = lineOf(attribute);
  if (text === `${line}\n`) return withFile(grown, undefined);
  const left = [`\n${line}\n`, `\n${line}`].find((end) => text.endsWith(end));
  const now = left === undefined ? text : text.slice(0, -left.length) + (left.endsWith("\n") ? "\n" : "");
  const still = now.split("\n").findIndex((each) => enters(each, attribute));
  if (still >= 0)
    return cannotGrow(placeMessages["part-used"]("shell", name, `${ENVRC}:${still + 1}`), { file: ENVRC });
  return left === undefined ? grown : withFile(grown, now);
}

/** As `nix develop` takes it. */
function attributeOf(site: Site, name: string): string | undefined {
  const found = placesOf(withFirstPlace(site, "shell", name), "shell");
  if ("problem" in found) return undefined;
  const flake = flakeAround(site, fillPattern(found.places[0].path, { name }));
  return `${flake === "" ? "." : `./${flake}`}#${name}`;
}

function lineOf(attribute: string): string {
  return `use flake ${attribute}`;
}

/** `use flake ".#python" --impure`, and not what is a comment. */
function enters(line: string, attribute: string): boolean {
  const [, quoted, plain] = /^\s*use[ _]flake\s+(?:["']([^"']+)["']|([^\s"';&|]+))/u.exec(line) ?? [];
  const reference = (quoted ?? plain)?.replace(/^path:/u, "");
  return reference === attribute || (attribute.startsWith(".#") && reference === `./${attribute.slice(1)}`);
}

const environment = /^\s*(?:use|layout|source_env)[ _]/u;

function appended(text: string, line: string): string {
  return text === "" || text.endsWith("\n") ? `${text}${line}\n` : `${text}\n${line}`;
}

function textOf({ repository }: Site): string | undefined {
  const bytes = repository.read(ENVRC);
  return bytes === undefined ? undefined : Buffer.from(bytes).toString();
}

function withFile(grown: Grown & { readonly ok: true }, text: string | undefined): Grown {
  const file: GrownFile | undefined = text === undefined ? undefined : { bytes: Buffer.from(text) };
  return { ok: true, growth: { ...grown.growth, files: new Map([...grown.growth.files, [ENVRC, file]]) } };
}
