/** Builtins about strings. */

import { CORE_FOLDER } from "../eval/files/core-files.ts";
import { forceInteger } from "../eval/machine/arithmetic.ts";
import type { Builtin } from "../eval/machine/builtin.ts";
import { coerce, Gathered } from "../eval/machine/coerce.ts";
import {
  bigIntegerValue,
  doubleOfInteger,
  EMPTY_LIST,
  type Handle,
  INTEGER,
  integer,
  listElement,
  listLength,
  NULL,
  PATH,
  STRING,
} from "../eval/memory/heap.ts";
import { beginGathering, gather, gatheredCount, gatheredList } from "../eval/memory/gather.ts";
import { fail, force } from "../eval/machine/machine.ts";
import { inStore } from "../eval/errors/store-errors.ts";
import { contextOf, joinContexts, NO_CONTEXT, path, pathOf, string, symbols, textOf } from "../eval/memory/strings.ts";
import {
  attribute,
  forceAttrs,
  forceList,
  forcePlainText,
  forceString,
  newList,
  setElement,
} from "../eval/memory/values.ts";
import { lookAt, lookAtCut, lookAtMatched, lookAtSearched } from "../eval/memory/volatile.ts";
import { encodeBase16 } from "../store/base16.ts";
import { hashBytes, parseHashAlgorithm } from "../store/hash.ts";
import { convertHash } from "../store/hash-text.ts";
import { outputPlaceholder } from "../store/placeholder.ts";
import { settings } from "../eval/machine/settings.ts";
import { toJson } from "./json.ts";
import { compileRegex, type Regex, RegexCostError } from "./text/regex/index.ts";

const PLAIN = { more: false, copy: true };
const MORE = { more: true, copy: false };

function regexOf(pattern: Handle): Regex {
  const text = forcePlainText(pattern);
  const regex = compileRegex(text);
  if (regex.kind === "error") throw fail("eval", regex.message.text);
  return regex;
}

function withRegex<Result>(pattern: Handle, action: (regex: Regex) => Result): Result {
  const regex = regexOf(pattern);
  try {
    return action(regex);
  } catch (error) {
    if (error instanceof RegexCostError) {
      throw fail("eval", `memory limit exceeded by regular expression '${textOf(force(pattern))}'`);
    }
    throw error;
  }
}

function captureList(captures: readonly (string | undefined)[]): Handle {
  if (captures.length === 0) return EMPTY_LIST;
  const result = newList(captures.length);
  for (let index = 0; index < captures.length; index++) {
    const capture = captures[index];
    setElement(result, index, capture === undefined ? NULL : string(capture));
  }
  return result;
}

/** Of more texts than so many it is worth while to gather them before they become one. */
const FEW_PIECES = 16;

export const stringBuiltins: readonly Builtin[] = [
  {
    name: "toString",
    arity: 1,
    apply(value) {
      const into = new Gathered();
      const text = coerce(value, into, MORE);
      return string(text, into.context);
    },
  },
  {
    name: "stringLength",
    arity: 1,
    apply(value) {
      return integer(coerce(value, new Gathered(), PLAIN).length);
    },
  },
  {
    name: "substring",
    arity: 3,
    apply(from, length, value) {
      const start = forceInteger(from);
      if (doubleOfInteger(start) < 0) throw fail("eval", "negative start position in 'substring'");
      const count = doubleOfInteger(forceInteger(length));
      if (count === 0) {
        const subject = force(value);
        if ((subject & 7) === STRING) return string("", contextOf(subject));
      }
      const into = new Gathered();
      const text = coerce(value, into, PLAIN);
      // Nix compares the lower 32 bits of the start only
      const offset = (start & 7) === INTEGER ? start >> 3 : Number(BigInt.asUintN(32, bigIntegerValue(start)));
      if (offset >= text.length) return string("", into.context);
      const end = count < 0 ? text.length : offset + count;
      lookAtCut(text, offset, end);
      return string(text.slice(offset, end), into.context);
    },
  },
  {
    name: "concatStringsSep",
    arity: 2,
    apply(separator, values) {
      const between = forceString(separator);
      const into = new Gathered();
      into.add(contextOf(between));
      const list = forceList(values);
      const count = listLength(list);
      let text = "";
      if (count > FEW_PIECES) {
        const pieces: string[] = [];
        for (let index = 0; index < count; index++) pieces.push(coerce(listElement(list, index), into, PLAIN));
        text = pieces.join(textOf(between));
      } else {
        for (let index = 0; index < count; index++) {
          if (index > 0) text += textOf(between);
          text += coerce(listElement(list, index), into, PLAIN);
        }
      }
      return string(text, into.context);
    },
  },
  {
    name: "replaceStrings",
    arity: 3,
    apply(from, to, value) {
      const wanted = forceList(from);
      const replacements = forceList(to);
      if (listLength(wanted) !== listLength(replacements)) {
        throw fail("eval", "'from' and 'to' arguments passed to builtins.replaceStrings have different lengths");
      }
      const patterns: string[] = [];
      for (let index = 0, count = listLength(wanted); index < count; index++) {
        patterns.push(textOf(forceString(listElement(wanted, index))));
      }
      return replaceAll(patterns, replacements, forceString(value));
    },
  },
  {
    name: "match",
    arity: 2,
    apply(pattern, value) {
      return withRegex(pattern, (regex) => {
        const text = textOf(forceString(value));
        lookAtMatched(text, textOf(force(pattern)), () => regex.match("") !== undefined);
        const captures = regex.match(text);
        return captures === undefined ? NULL : captureList(captures);
      });
    },
  },
  {
    name: "split",
    arity: 2,
    apply(pattern, value) {
      return withRegex(pattern, (regex) => {
        const text = textOf(forceString(value));
        lookAtMatched(text, textOf(force(pattern)), () => regex.match("") !== undefined);
        const pieces = beginGathering();
        let rest = 0;
        regex.find(text, (start, end, captures) => {
          gather(string(text.slice(rest, start)));
          gather(captureList(captures));
          rest = end;
        });
        gather(gatheredCount(pieces) === 0 ? value : string(text.slice(rest)));
        return gatheredList(pieces);
      });
    },
  },
  {
    name: "hashString",
    arity: 2,
    apply(algorithm, value) {
      const kind = forcePlainText(algorithm);
      const known = inStore(() => parseHashAlgorithm(kind));
      const text = textOf(forceString(value));
      lookAt(text);
      return string(encodeBase16(hashBytes(known, text).bytes));
    },
  },
  {
    name: "convertHash",
    arity: 1,
    apply(argument) {
      const set = forceAttrs(argument);
      const required = (name: string): string => {
        const value = attribute(set, symbols.ofName(name));
        if (value === undefined) throw fail("type", `attribute '${name}' missing`);
        return forcePlainText(value);
      };
      const hash = required("hash");
      lookAt(hash);
      const algorithm = attribute(set, symbols.ofName("hashAlgo"));
      const hashAlgo = algorithm === undefined ? undefined : forcePlainText(algorithm);
      const toHashFormat = required("toHashFormat");
      const from = { hash, toHashFormat, ...(hashAlgo === undefined ? {} : { hashAlgo }) };
      return string(inStore(() => convertHash(from, (message) => settings.print(`warning: ${message.text}`))));
    },
  },
  {
    name: "placeholder",
    arity: 1,
    apply(output) {
      const name = forcePlainText(output);
      lookAt(name);
      return string(outputPlaceholder(name));
    },
  },
  {
    name: "toJSON",
    arity: 1,
    apply(value) {
      const into = new Gathered();
      const text = toJson(value, into);
      return string(text, into.context);
    },
  },
  {
    name: "baseNameOf",
    arity: 1,
    apply(value) {
      const into = new Gathered();
      const text = coerce(value, into, { more: false, copy: false });
      const end = text.endsWith("/") ? text.length - 1 : text.length;
      return string(text.slice(text.lastIndexOf("/", end - 1) + 1, end), into.context);
    },
  },
  {
    name: "dirOf",
    arity: 1,
    apply(value) {
      const subject = force(value);
      if ((subject & 7) === PATH) return path(folderOf(pathOf(subject)));
      const into = new Gathered();
      const text = coerce(value, into, { more: false, copy: false });
      return string(parentOf(text), into.context);
    },
  },
];

/** The folder that a path lies in; that of Nix's own files lies in none but itself. */
function folderOf(place: string): string {
  return place === CORE_FOLDER ? place : parentOf(place);
}

function parentOf(text: string): string {
  const slash = text.lastIndexOf("/");
  if (slash < 0) return ".";
  if (/^\/*$/.test(text)) return text;
  return text.slice(0, slash).replace(/\/+$/, "") || "/";
}

/** In longer texts it pays to know the bytes with which one of the patterns begins; nothing if one is empty. */
const SHORT = 40;

function firstBytes(patterns: readonly string[]): Uint8Array | undefined {
  const begins = new Uint8Array(256);
  for (const pattern of patterns) {
    if (pattern === "") return undefined;
    begins[pattern.charCodeAt(0)] = 1;
  }
  return begins;
}

function replaceAll(patterns: readonly string[], replacements: Handle, subject: Handle): Handle {
  const text = textOf(subject);
  for (const pattern of patterns) lookAtSearched(text, pattern);
  let context = contextOf(subject);
  const texts: (string | undefined)[] = [];
  let result = "";
  let kept = 0; // everything before is in the result
  const begins = text.length > SHORT ? firstBytes(patterns) : undefined;
  for (let at = 0; at <= text.length;) {
    if (begins !== undefined) while (at < text.length && begins[text.charCodeAt(at)] === 0) at++;
    const byte = text.charCodeAt(at);
    let index = 0;
    for (; index < patterns.length; index++) {
      const pattern = patterns[index]!;
      if (pattern === "" || (pattern.charCodeAt(0) === byte && text.startsWith(pattern, at))) break;
    }
    if (index === patterns.length) {
      at++;
      continue;
    }
    // a replacement is looked at when it is first needed
    if (texts[index] === undefined) {
      const replacement = forceString(listElement(replacements, index));
      texts[index] = textOf(replacement);
      if (contextOf(replacement) !== NO_CONTEXT) context = joinContexts(context, contextOf(replacement));
    }
    result += text.slice(kept, at) + texts[index]!;
    kept = at;
    const { length } = patterns[index]!;
    if (length === 0) {
      // the empty pattern matches between all characters, and keeps them
      result += text.slice(at, at + 1);
      at++;
      kept = at;
    } else {
      at += length;
      kept = at;
    }
  }
  return string(result + text.slice(kept), context);
}
