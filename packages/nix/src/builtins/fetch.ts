/**
 * Fetchers. Their arguments are read and checked as Nix does it; what would be fetched then is out of reach, which is a
 * limit and says so.
 */

import type { Builtin } from "../eval/machine/builtin.ts";
import { coerce, Gathered } from "../eval/machine/coerce.ts";
import { type EvalError } from "../eval/errors/errors.ts";
import { ATTRS, FALSE, type Handle, isInteger, PATH, STRING, TRUE } from "../eval/memory/heap.ts";
import { fail, force } from "../eval/machine/machine.ts";
import { settings } from "../eval/machine/settings.ts";
import { describe } from "../eval/errors/show.ts";
import { inStore } from "../eval/errors/store-errors.ts";
import { contextFrom, string, symbols } from "../eval/memory/strings.ts";
import { checkUri, whyNotFetched } from "../eval/files/uris.ts";
import { attribute, forcePlainText, shapeOfSet, valueAt } from "../eval/memory/values.ts";
import { fetchSource, flakeValue, keptFile, resolveReference, sourceInfo } from "../flake/index.ts";
import {
  type Attribute,
  fixGitUrl,
  type Input,
  inputFromAttributes,
  inputFromUrl,
  inputUrl,
  isLocked,
  parseReference,
  parseUrl,
  printUrl,
  requireFeature,
} from "../flake/reference/index.ts";
import { checkName, type Hash, parseHash, parseHashOrEmpty, printHash, StoreError } from "../store/index.ts";
import { inReference, referenceSurroundings, unsigned } from "./flake-references.ts";
import { toJson } from "./json.ts";

const TYPE = symbols.ofName("type");

/** Everything ends here, once the arguments are right. */
function unreachable(what: string): EvalError {
  return fail("limit", `fetching '${what}' ${whyNotFetched(what)}`);
}

function textOf(handle: Handle): string {
  return coerce(handle, new Gathered(), { more: false, copy: false });
}

/** The attributes of a set by their names, in the order in which Nix looks at them. */
function members(set: Handle): (readonly [name: string, value: Handle])[] {
  return Array.from(shapeOfSet(set).symbols, (symbol, slot) => [symbols.name(symbol), valueAt(set, slot)] as const);
}

// ---- fetchTree and fetchGit

function fetchTree(handle: Handle, isGit: boolean): Handle {
  const argument = force(handle);
  let input = (argument & 7) === ATTRS ? treeOfAttributes(argument, isGit) : treeOfText(argument, isGit);
  const surroundings = referenceSurroundings();
  if (!settings.pure && settings.experimentalFeatures.has("flakes"))
    input = resolveReference({ input, folder: "" }, surroundings).input;
  const shown = (): string => inReference(() => printUrl(inputUrl(input, surroundings)));
  if (settings.pure && !inReference(() => isLocked(input))) {
    const fetcher = isGit ? "fetchGit" : "fetchTree";
    throw fail("eval", `in pure evaluation mode, '${fetcher}' will not fetch unlocked input '${shown()}'`);
  }
  checkUri(shown());
  if (input.attributes.get("__final") === true)
    throw fail("eval", `input '${shown()}' is not allowed to use the '__final' attribute`);
  const source = fetchSource(input, surroundings);
  return sourceInfo(source.storePath, source.input.attributes, { withEmptyRevision: isGit });
}

function treeOfText(argument: Handle, isGit: boolean): Input {
  const text = textOf(argument);
  const surroundings = referenceSurroundings();
  if (isGit) return inReference(() => inputFromAttributes(gitAttributes(new Map([["url", text]])), surroundings));
  if (!settings.experimentalFeatures.has("flakes")) {
    throw fail("eval", "passing a string argument to 'fetchTree' requires the 'flakes' experimental feature");
  }
  return inReference(() => inputFromUrl(parseUrl(text, surroundings.warn), true, surroundings));
}

function treeOfAttributes(set: Handle, isGit: boolean): Input {
  const type = attribute(set, TYPE);
  if (isGit && type !== undefined) throw fail("eval", "unexpected attribute 'type'");
  if (!isGit && type === undefined) throw fail("eval", "attribute 'type' is missing in call to 'fetchTree'");
  const typeName = type === undefined ? "git" : forcePlainText(type);
  const given = new Map<string, Attribute>([["type", typeName]]);
  for (const [name, value] of members(set)) if (name !== "type") given.set(name, attributeOf(name, value));
  const attributes = isGit ? gitAttributes(given) : given;
  if (!isGit) {
    if (typeName === "git" && !attributes.has("shallow")) attributes.set("shallow", true);
    if (attributes.has("name")) {
      throw fail("eval", "attribute 'name' isn\u00e2\u0080\u0099t supported in call to 'fetchTree'");
    }
  }
  return inReference(() => inputFromAttributes(attributes, referenceSurroundings()));
}

/** With what `fetchGit` takes for granted. */
function gitAttributes(given: ReadonlyMap<string, Attribute>): Map<string, Attribute> {
  const attributes = new Map<string, Attribute>([["type", "git"], ...given]);
  const url = attributes.get("url");
  if (typeof url === "string") attributes.set("url", fixGitUrl(url));
  const submodules = attributes.get("submodules");
  if (!attributes.has("exportIgnore") && (submodules === undefined || submodules === false)) {
    attributes.set("exportIgnore", true);
  }
  return attributes;
}

function attributeOf(name: string, handle: Handle): Attribute {
  const value = force(handle);
  if ((value & 7) === PATH || (value & 7) === STRING) return textOf(value);
  if (value === TRUE || value === FALSE) return value === TRUE;
  if (isInteger(value)) return unsigned(value, name, "fetchTree");
  if (name === "publicKeys") {
    inReference(() => requireFeature("verified-fetches", referenceSurroundings()));
    return toJson(value, new Gathered());
  }
  throw fail(
    "type",
    `fetchTree argument '${name}' is ${describe(value)} while a string, Boolean or integer is expected`,
  );
}

// ---- fetchurl and fetchTarball

function fetchFile(who: "fetchurl" | "fetchTarball", handle: Handle): Handle {
  const argument = force(handle);
  const isSet = (argument & 7) === ATTRS;
  let url: string | undefined;
  let name: string | undefined;
  let hash: Hash | undefined;
  if (isSet) {
    for (const [key, value] of members(argument)) {
      if (key === "url") url = forcePlainText(value);
      else if (key === "name") name = forcePlainText(value);
      else if (key === "sha256") {
        const text = forcePlainText(value);
        hash = inStore(() => parseHashOrEmpty(text, "sha256", ({ text: said }) => settings.print(`warning: ${said}`)));
      } else throw fail("eval", `unsupported argument '${key}' to '${who}'`);
    }
    if (url === undefined) throw fail("eval", "'url' argument required");
  } else url = forcePlainText(argument);
  if (who === "fetchTarball" && url.startsWith("channel:")) {
    url = `https://nixos.org/channels/${url.slice("channel:".length)}/nixexprs.tar.xz`;
  }
  checkUri(url);
  checkFileName(who, url, name, isSet);
  if (settings.pure && hash === undefined)
    throw fail("eval", `in pure evaluation mode, '${who}' requires a 'sha256' argument`);
  const usualName = who === "fetchTarball" ? "source" : "";
  const kind = who === "fetchTarball" ? "nar" : "flat";
  const kept = hash === undefined ? undefined : keptFile(name || usualName || lastPart(url), kind, hash);
  if (kept === undefined) throw unreachable(url);
  return string(kept, contextFrom([kept]));
}

function checkFileName(who: string, url: string, given: string | undefined, isSet: boolean): void {
  const name = given ?? (who === "fetchTarball" ? "source" : "");
  try {
    checkName(name === "" ? lastPart(url) : name);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    const advice = ((): string => {
      if (given !== undefined) return `Please change the value for the 'name' attribute passed to '${who}', so that`;
      if (isSet) return `Please add a valid 'name' attribute to the argument for '${who}', so that`;
      return `Please pass an attribute set with 'url' and 'name' attributes to '${who}',  so that`;
    })();
    const reason = `${error.message}. ${advice} it can create a valid store path.`;
    throw fail("eval", `invalid store path name when fetching URL '${url}': ${reason}`);
  }
}

function lastPart(path: string): string {
  const trimmed = path.replace(/(?<=.)\/+$/s, "");
  return trimmed.slice(trimmed.lastIndexOf("/") + 1);
}

// ---- fetchMercurial and getFlake

function fetchMercurial(handle: Handle): never {
  const argument = force(handle);
  const attributes = new Map<string, Attribute>([
    ["type", "hg"],
    ["name", "source"],
  ]);
  let url = "";
  if ((argument & 7) === ATTRS) {
    for (const [key, value] of members(argument)) {
      if (key === "url") url = textOf(value);
      else if (key === "name") attributes.set("name", forcePlainText(value));
      else if (key === "rev") {
        const text = forcePlainText(value);
        if (/^[0-9a-fA-F]{40}$/.test(text)) attributes.set("rev", printHash(parseHash(text, "sha1"), "base16"));
        else attributes.set("ref", text);
      } else throw fail("eval", `unsupported argument '${key}' to 'fetchMercurial'`);
    }
    if (url === "") throw fail("eval", "'url' argument required");
  } else url = textOf(argument);
  checkUri(url);
  if (settings.pure && !attributes.has("rev")) {
    throw fail("eval", "in pure evaluation mode, 'fetchMercurial' requires a Mercurial revision");
  }
  attributes.set("url", url.includes("://") ? url : `file://${url}`);
  inReference(() => inputFromAttributes(attributes, referenceSurroundings()));
  throw unreachable(url);
}

function getFlake(handle: Handle): Handle {
  const text = forcePlainText(handle);
  const reference = inReference(() => parseReference(text, referenceSurroundings()));
  if (settings.pure && !inReference(() => isLocked(reference.input))) {
    throw fail(
      "eval",
      `cannot call 'getFlake' on unlocked flake reference '${text}', at \u00c2\u00abnone\u00c2\u00bb:0 (use --impure to override)`,
    );
  }
  return flakeValue(reference, !settings.pure, referenceSurroundings());
}

export const fetchBuiltins: readonly Builtin[] = [
  { name: "fetchGit", arity: 1, apply: (argument) => fetchTree(argument, true) },
  { name: "fetchTree", arity: 1, apply: (argument) => fetchTree(argument, false) },
  { name: "fetchurl", arity: 1, apply: (argument) => fetchFile("fetchurl", argument) },
  { name: "fetchTarball", arity: 1, apply: (argument) => fetchFile("fetchTarball", argument) },
  { name: "fetchMercurial", arity: 1, apply: fetchMercurial },
  { name: "getFlake", arity: 1, apply: getFlake },
];
