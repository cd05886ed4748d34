/** Sources of flakes: where a tree is found, and what is known of it. */

import { existsSync } from "node:fs";
import { EvalError, type MissingSource } from "../../eval/errors/errors.ts";
import { allowStorePath } from "../../eval/files/files.ts";
import { rememberObject, storeObject } from "../../eval/files/store-objects.ts";
import { fail } from "../../eval/machine/machine.ts";
import { settings } from "../../eval/machine/settings.ts";
import { type Hash, makeFixedOutputPath, parseSriHash, printHash } from "../../store/index.ts";
import { inFlake } from "../errors.ts";
import {
  type Attribute,
  attributesAsJson,
  type Input,
  inputUrl,
  printUrl,
  type Surroundings,
} from "../reference/index.ts";
import { gitSource, repositoryOf } from "./git.ts";
import { pathSource } from "./path.ts";
import { type InputPath, printInputPath } from "../lock/graph.ts";
import { fetchedInput } from "./fetched.ts";
import { isFinal, nameOfSource, type Source, withAttributes } from "./found.ts";

/** `path` is for messages. What comes from a lock file is taken from where it is kept, if it is. */
export function fetchSource(input: Input, surroundings: Surroundings, path?: InputPath): Source {
  const { attributes } = input;
  const hash = attributes.get("narHash");
  const knowsHash = typeof hash === "string" && hash !== "";
  if (knowsHash && (isFinal(input) || hash in settings.knownSources)) {
    const found = keptSource(input, hash);
    if (found !== undefined) return found;
  }
  const brought = fetchedInput(input);
  const kept = brought === undefined ? undefined : keptSource(brought, String(brought.attributes.get("narHash")));
  const fetched = kept ?? fromThisMachine(input, surroundings, path);
  if (fetched !== undefined) return checked(input, fetched, surroundings);
  // what says that it is in the store is not asked anew, because that would take a network
  const found = knowsHash ? keptSource(input, hash) : undefined;
  if (found !== undefined) return { ...found, input: withAttributes(found.input, { __final: true }) };
  throw outOfReach(input, surroundings, path);
}

function fromThisMachine(input: Input, surroundings: Surroundings, path: InputPath | undefined): Source | undefined {
  const type = input.attributes.get("type");
  if (type === "path") return pathSource(input);
  if (type !== "git") return undefined;
  try {
    return gitSource(input, surroundings);
  } catch (error) {
    // the submodules of a repository that is here may be somewhere else
    const isFetchable =
      error instanceof EvalError && error.kind === "limit" && input.attributes.get("submodules") === true;
    if (isFetchable) error.missing = missingSource(input, path);
    throw error;
  }
}

/** Whether nothing has to be fetched to read a source. */
export function isAtHand(input: Input): boolean {
  const { attributes } = input;
  const hash = attributes.get("narHash");
  if (typeof hash === "string" && hash !== "" && keptSource(input, hash) !== undefined) return true;
  const type = attributes.get("type");
  const place = type === "git" ? repositoryOf(input) : type === "path" ? String(attributes.get("path")) : undefined;
  return place !== undefined && existsSync(Buffer.from(place, "latin1"));
}

/** A source that the store or the cache of sources has. */
function keptSource(input: Input, narHash: string): Source | undefined {
  const storePath = keptFile(
    nameOfSource(input),
    "nar",
    inFlake(() => parseSriHash(narHash)),
  );
  return storePath === undefined ? undefined : { storePath, input };
}

/** The store path of what has a hash, if the store has it, or the cache of sources. */
export function keptFile(name: string, kind: "nar" | "flat", hash: Hash): string | undefined {
  const storePath = makeFixedOutputPath(settings.storeDir, name, kind, hash);
  // the expression itself may have put it there
  if (storeObject(storePath) !== undefined) return storePath;
  const inStore = settings.storePlace + storePath.slice(settings.storeDir.length);
  if (existsSync(Buffer.from(inStore, "latin1"))) {
    allowStorePath(storePath);
    return storePath;
  }
  if (kind === "flat") return undefined;
  const folder = settings.knownSources[printHash(hash, "sri")] ?? cachedSource(hash);
  if (folder === undefined) return undefined;
  rememberObject(storePath, { kind: "copy", file: folder, flat: false, leftOut: new Set() });
  return storePath;
}

function cachedSource(hash: Hash): string | undefined {
  if (settings.sourceCache === undefined) return undefined;
  const folder = `${settings.sourceCache}/${printHash(hash, "nix32")}`;
  return existsSync(Buffer.from(folder, "latin1")) ? folder : undefined;
}

/** What a reference says of its source has to be so. */
function checked(wanted: Input, { storePath, input }: Source, surroundings: Surroundings): Source {
  const found = withAttributes(input, { __final: true });
  if (isFinal(wanted)) {
    for (const [name, before] of wanted.attributes) {
      const now = found.attributes.get(name);
      if (now === undefined || sameHash(before) === now) continue;
      const [expected, got] = [wanted, found].map(({ attributes }) => inFlake(() => attributesAsJson(attributes)));
      throw fail("eval", `mismatch in field '${name}' of input '${expected}', got '${got}'`);
    }
    return { storePath, input: wanted };
  }
  const url = (each: Input): string => inFlake(() => printUrl(inputUrl(each, surroundings)));
  for (const name of ["narHash", "lastModified", "rev", "revCount"]) {
    const before = wanted.attributes.get(name);
    const now = found.attributes.get(name);
    if (before === undefined || before === "" || before === now) continue;
    if (name === "narHash")
      throw fail("eval", `NAR hash mismatch in input '${url(wanted)}', expected '${before}' but got '${now}'`);
    const told = name === "lastModified" ? `, got ${now}` : "";
    throw fail("eval", `'${name}' attribute mismatch in input '${url(found)}', expected ${before}${told}`);
  }
  return { storePath, input: found };
}

/** A hash of an old lock file may lack the sign that fills it up. */
function sameHash(value: Attribute): Attribute {
  return typeof value === "string" && /^sha256-.{43}$/.test(value) ? `${value}=` : value;
}

function outOfReach(input: Input, surroundings: Surroundings, path: InputPath = []): Error {
  const url = inFlake(() => printUrl(inputUrl(input, surroundings)));
  const name = printInputPath(path);
  const isLocked = input.attributes.has("narHash");
  const what = name === "" ? `the source '${url}'` : `the input '${name}' ('${url}')`;
  const where = isLocked
    ? "is neither in the store nor in the cache of sources"
    : "is not locked, and would have to be fetched";
  const error = fail("limit", `${what} ${where}; evaluation uses no network`);
  error.missing = missingSource(input, path);
  error.hint = () => {
    if (name === "") return `'nivose fetch ${url}' fetches it, and tells how it is called then`;
    const remedy = isLocked ? "'nivose fetch' fetches it" : "'nivose lock' locks it";
    return `${remedy}, or '--override-input ${name} FLAKE' takes another one for it`;
  };
  return error;
}

function missingSource(input: Input, path: InputPath = []): MissingSource {
  const attributes = Object.fromEntries([...input.attributes].filter(([name]) => name !== "__final"));
  return { kind: "source", attributes, input: printInputPath(path), isLocked: input.attributes.has("narHash") };
}
