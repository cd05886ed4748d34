/** Builtins that read files, and those that put them into the store. */

import type { Builtin } from "../eval/machine/builtin.ts";
import { coerce, Gathered } from "../eval/machine/coerce.ts";
import { textOfPath } from "../eval/files/core-files.ts";
import { contextInOrder, elementText } from "../eval/errors/context-text.ts";
import { checkAllowed, linkAbove, readBytes, readFolder, resolveLinks, typeAt } from "../eval/files/files.ts";
import type { Handle } from "../eval/memory/heap.ts";
import { EvalError } from "../eval/errors/errors.ts";
import { call2, fail, force, forceFunction } from "../eval/machine/machine.ts";
import { coercePath, coercePathWithContext } from "../eval/files/paths.ts";
import { quoteName } from "../syntax/quote.ts";
import { findFile } from "../eval/files/search-path.ts";
import { realiseContext } from "../eval/files/realise.ts";
import { referencesIn } from "../eval/files/references.ts";
import { settings } from "../eval/machine/settings.ts";
import { addToStore, baseName } from "../eval/files/sources.ts";
import { inStore } from "../eval/errors/store-errors.ts";
import { rememberObject } from "../eval/files/store-objects.ts";
import {
  contextElements,
  contextFrom,
  contextOf,
  NO_CONTEXT,
  path,
  string,
  symbols,
  textOf,
} from "../eval/memory/strings.ts";
import {
  attribute,
  boolean,
  elements,
  forceAttrs,
  forceBoolean,
  forceList,
  forcePlainText,
  forceString,
  makeAttrs,
  requiredAttribute,
  shapeOfSet,
  valueAt,
} from "../eval/memory/values.ts";
import { lookAt } from "../eval/memory/volatile.ts";
import { encodeBase16 } from "../store/base16.ts";
import { type Hash, hashBytes, parseHashAlgorithm } from "../store/hash.ts";
import { parseHashOrEmpty } from "../store/hash-text.ts";
import { makeFixedOutputPath, makeTextPath } from "../store/make-path.ts";
import { isInStore, isStorePath, splitStorePath } from "../store/store-path.ts";
import { latin1 } from "../syntax/tree.ts";

const PREFIX = symbols.ofName("prefix");
const PATH = symbols.ofName("path");

function filterOf(predicate: Handle | undefined): { filter?: (path: string, type: string) => boolean } {
  if (predicate === undefined) return {};
  return { filter: (file, type) => forceBoolean(call2(predicate, string(file), string(type))) };
}

/** A path of the search path; what it refers to is built first. */
function searchedPath(value: Handle): string {
  const into = new Gathered();
  const text = coerce(value, into, { more: false, copy: false });
  try {
    return realiseContext(text, into.context);
  } catch (error) {
    if (!(error instanceof EvalError) || error.kind !== "invalid-path") throw error;
    throw fail("eval", `cannot find '${text}', since ${error.text}`);
  }
}

function pathExists(value: Handle): boolean {
  const subject = force(value);
  try {
    const file = coercePath(value);
    // a string that ends in a slash asks for a folder
    const text = coerce(subject, new Gathered(), { more: false, copy: false });
    const mustBeFolder = text.endsWith("/") || text.endsWith("/.");
    checkAllowed(file);
    const type = typeAt(resolveLinks(file, mustBeFolder ? "follow" : "keep"));
    return mustBeFolder ? type === "directory" : type !== undefined;
  } catch (error) {
    if (error instanceof EvalError && (error.kind === "restricted" || error.kind === "io")) return false;
    throw error;
  }
}

export const pathBuiltins: readonly Builtin[] = [
  {
    name: "toPath",
    arity: 1,
    apply(value) {
      const { path: text, context } = coercePathWithContext(value);
      return string(textOfPath(text), context);
    },
  },
  {
    name: "storePath",
    arity: 1,
    apply(value) {
      if (settings.pure) throw fail("restricted", "'builtins.storePath' is not allowed in pure evaluation mode");
      const { path: text, context } = coercePathWithContext(value);
      const real = isStorePath(settings.storeDir, text) ? text : resolveLinks(text);
      const top = inStore(() => splitStorePath(settings.storeDir, real)).path;
      return string(real, contextFrom([...contextElements(context), top]));
    },
  },
  { name: "pathExists", arity: 1, apply: (value) => boolean(pathExists(value)) },
  {
    name: "readFile",
    arity: 1,
    apply(value) {
      const file = coercePath(value);
      const bytes = readBytes(file);
      if (bytes.includes(0)) {
        throw fail("eval", `the contents of the file '${file}' cannot be represented as a Nix string`);
      }
      const text = latin1(bytes, 0, bytes.length);
      const real = resolveLinks(file);
      return string(text, isInStore(settings.storeDir, real) ? contextFrom(referencesIn(text, real)) : NO_CONTEXT);
    },
  },
  {
    name: "readDir",
    arity: 1,
    apply(value) {
      return makeAttrs(
        readFolder(coercePath(value)).map(({ name, type }) => ({ symbol: symbols.ofName(name), value: string(type) })),
      );
    },
  },
  {
    name: "readFileType",
    arity: 1,
    apply(value) {
      const file = coercePath(value);
      checkAllowed(file);
      const link = linkAbove(file);
      if (link !== undefined) throw fail("io", `path '${link}' is a symlink`);
      const type = typeAt(file);
      if (type === undefined) throw fail("io", `path '${file}' does not exist`);
      return string(type);
    },
  },
  {
    name: "hashFile",
    arity: 2,
    apply(algorithm, value) {
      const name = forcePlainText(algorithm);
      const known = inStore(() => parseHashAlgorithm(name));
      return string(encodeBase16(hashBytes(known, readBytes(coercePath(value))).bytes));
    },
  },
  {
    name: "findFile",
    arity: 2,
    apply(searchPath, name) {
      const entries = Array.from(elements(forceList(searchPath)), (each) => {
        const set = forceAttrs(each);
        const prefix = attribute(set, PREFIX);
        return {
          prefix: prefix === undefined ? "" : forcePlainText(prefix),
          path: searchedPath(requiredAttribute(set, PATH)),
        };
      });
      return path(findFile(entries, forcePlainText(name)));
    },
  },
  {
    name: "toFile",
    arity: 2,
    apply(name, content) {
      const fileName = forcePlainText(name);
      const value = forceString(content);
      const references = contextInOrder(contextOf(value));
      for (const element of references) {
        if (!element.startsWith("!") && !element.startsWith("=")) continue;
        throw fail(
          "eval",
          `files created by builtins.toFile may not reference derivations, but ${fileName} references ${elementText(element)}`,
        );
      }
      for (const text of [fileName, textOf(value), ...references]) lookAt(text);
      const stored = inStore(() => makeTextPath(settings.storeDir, fileName, textOf(value), references));
      rememberObject(stored, { kind: "text", text: textOf(value), references });
      return string(stored, contextFrom([stored]));
    },
  },
  {
    name: "filterSource",
    arity: 2,
    apply(predicate, source) {
      const file = coercePath(source);
      forceFunction(predicate);
      const stored = addToStore(file, baseName(file), { links: "follow", ...filterOf(predicate) });
      return string(stored.path, stored.context);
    },
  },
  { name: "path", arity: 1, apply: addPath },
];

function expectedHash(text: string): Hash {
  return inStore(() => parseHashOrEmpty(text, "sha256", (message) => settings.print(`warning: ${message.text}`)));
}

function addPath(argument: Handle): Handle {
  const set = forceAttrs(argument);
  const { symbols: names } = shapeOfSet(set);
  let file: string | undefined;
  let name = "";
  let predicate: Handle | undefined;
  let flat = false;
  let expected: Hash | undefined;
  for (let slot = 0; slot < names.length; slot++) {
    const value = valueAt(set, slot);
    const key = symbols.name(names[slot]!);
    switch (key) {
      case "path":
        file = coercePath(value);
        break;
      case "name":
        name = forcePlainText(value);
        break;
      case "filter":
        predicate = forceFunction(value);
        break;
      case "recursive":
        flat = !forceBoolean(value);
        break;
      case "sha256":
        expected = expectedHash(forcePlainText(value));
        break;
      default:
        throw fail("eval", `unsupported argument '${quoteName(key)}' to 'builtins.path'`);
    }
  }
  if (file === undefined)
    throw fail("eval", "missing required 'path' attribute in the first argument to 'builtins.path'");
  const storeName = name === "" ? baseName(file) : name;
  const hash = expected;
  const method = flat ? "flat" : "nar";
  const wanted =
    hash === undefined ? undefined : inStore(() => makeFixedOutputPath(settings.storeDir, storeName, method, hash));
  const stored = addToStore(file, storeName, { links: "follow", flat, ...filterOf(predicate) });
  if (wanted !== undefined && wanted !== stored.path) {
    throw fail("eval", `store path mismatch in (possibly filtered) path added from '${file}'`);
  }
  return string(stored.path, stored.context);
}
