/** Builtins about what strings refer to. */

import type { Builtin } from "../eval/machine/builtin.ts";
import { coerce, Gathered } from "../eval/machine/coerce.ts";
import { type Handle, list, TRUE } from "../eval/memory/heap.ts";
import { quoteName } from "../syntax/quote.ts";
import { fail } from "../eval/machine/machine.ts";
import { settings } from "../eval/machine/settings.ts";
import {
  type ContextElement,
  contextElements,
  contextFrom,
  contextOf,
  NO_CONTEXT,
  string,
  symbols,
  textOf,
} from "../eval/memory/strings.ts";
import {
  attribute,
  boolean,
  elements,
  type Entry,
  forceAttrs,
  forceBoolean,
  forceList,
  forcePlainText,
  forceString,
  makeAttrs,
  shapeOfSet,
  valueAt,
} from "../eval/memory/values.ts";
import { lookAt } from "../eval/memory/volatile.ts";
import { isStorePath } from "../store/store-path.ts";

const PATH = symbols.ofName("path");
const OUTPUTS = symbols.ofName("outputs");

function coerced(value: Handle): { readonly text: string; readonly context: number } {
  const into = new Gathered();
  const text = coerce(value, into, { more: false, copy: true });
  return { text, context: into.context };
}

/** `=drv` of a `drv` is the derivation and all that it needs; without, it is just that file. */
function shallow(element: ContextElement): ContextElement {
  return element.startsWith("=") ? element.slice(1) : element;
}

export const contextBuiltins: readonly Builtin[] = [
  { name: "hasContext", arity: 1, apply: (value) => boolean(contextOf(forceString(value)) !== NO_CONTEXT) },
  { name: "unsafeDiscardStringContext", arity: 1, apply: (value) => string(coerced(value).text) },
  {
    name: "unsafeDiscardOutputDependency",
    arity: 1,
    apply(value) {
      const { text, context } = coerced(value);
      return string(text, contextFrom(contextElements(context).map(shallow)));
    },
  },
  {
    name: "addDrvOutputDependencies",
    arity: 1,
    apply(value) {
      const { text, context } = coerced(value);
      const all = contextElements(context);
      if (all.length !== 1) {
        throw fail("eval", `context of string '${text}' must have exactly one element, but has ${all.length}`);
      }
      const element = all[0]!;
      if (element.startsWith("!")) {
        const output = element.slice(1, element.indexOf("!", 1));
        throw fail(
          "eval",
          `\`addDrvOutputDependencies\` can only act on derivations, not on a derivation output such as '${output}'`,
        );
      }
      if (!element.startsWith("=") && !element.endsWith(".drv")) {
        throw fail("eval", `path '${element}' is not a derivation`);
      }
      return string(text, contextFrom([`=${shallow(element)}`]));
    },
  },
  {
    name: "getContext",
    arity: 1,
    apply(value) {
      const infos = new Map<string, { path: boolean; all: boolean; outputs: string[] }>();
      const infoOf = (path: string): { path: boolean; all: boolean; outputs: string[] } => {
        let info = infos.get(path);
        if (info === undefined) infos.set(path, (info = { path: false, all: false, outputs: [] }));
        return info;
      };
      for (const element of contextElements(contextOf(forceString(value)))) {
        if (element.startsWith("=")) infoOf(element.slice(1)).all = true;
        else if (element.startsWith("!")) {
          const end = element.indexOf("!", 1);
          infoOf(element.slice(end + 1)).outputs.push(element.slice(1, end));
        } else infoOf(element).path = true;
      }
      return makeAttrs(
        [...infos].map(([path, info]) => {
          const entries: Entry[] = [];
          if (info.path) entries.push({ symbol: PATH, value: TRUE });
          if (info.all) entries.push({ symbol: symbols.ofName("allOutputs"), value: TRUE });
          if (info.outputs.length > 0) {
            entries.push({ symbol: OUTPUTS, value: list(info.outputs.map((output) => string(output))) });
          }
          lookAt(path); // names have an order
          return { symbol: symbols.ofName(path), value: makeAttrs(entries) };
        }),
      );
    },
  },
  {
    name: "appendContext",
    arity: 2,
    apply(value, additions) {
      const subject = forceString(value);
      const all = new Set(contextElements(contextOf(subject)));
      const set = forceAttrs(additions);
      const { symbols: names } = shapeOfSet(set);
      for (let slot = 0; slot < names.length; slot++) {
        const path = symbols.name(names[slot]!);
        if (!isStorePath(settings.storeDir, path))
          throw fail("eval", `context key '${quoteName(path)}' is not a store path`);
        const info = forceAttrs(valueAt(set, slot));
        const isDerivation = path.endsWith(".drv");
        const isPath = attribute(info, PATH);
        if (isPath !== undefined && forceBoolean(isPath)) all.add(path);
        const allOutputs = attribute(info, symbols.ofName("allOutputs"));
        if (allOutputs !== undefined && forceBoolean(allOutputs)) {
          if (!isDerivation)
            throw fail(
              "eval",
              `tried to add all-outputs context of ${quoteName(path)}, which is not a derivation, to a string`,
            );
          all.add(`=${path}`);
        }
        const outputs = attribute(info, OUTPUTS);
        if (outputs === undefined) continue;
        const names2 = elements(forceList(outputs));
        if (names2.length > 0 && !isDerivation) {
          throw fail(
            "eval",
            `tried to add derivation output context of ${quoteName(path)}, which is not a derivation, to a string`,
          );
        }
        for (const output of names2) all.add(`!${forcePlainText(output)}!${path}`);
      }
      return string(textOf(subject), contextFrom(all));
    },
  },
];
