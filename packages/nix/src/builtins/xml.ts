/** Values as XML: `toXML`, and `--xml`. */

import type { Builtin } from "../eval/machine/builtin.ts";
import { Gathered } from "../eval/machine/coerce.ts";
import { isDerivation } from "../eval/machine/compare.ts";
import {
  ATTRS,
  bigIntegerValue,
  FALSE,
  FUNCTION,
  type Handle,
  isFloat,
  isInteger,
  LIST,
  NULL,
  PATH,
  STRING,
  THUNK,
  TRUE,
} from "../eval/memory/heap.ts";
import { fileOf, shownPath } from "../eval/files/core-files.ts";
import { floatText } from "../eval/machine/floats.ts";
import { force } from "../eval/machine/machine.ts";
import { checkNesting } from "../eval/machine/nesting.ts";
import { argumentName, eachFormal, hasEllipsis, hasFormals, placeOfFunction } from "../eval/memory/lambda.ts";
import { placeOfPosition } from "../eval/code/link.ts";
import { contextOf, pathOf, string, symbols, textOf } from "../eval/memory/strings.ts";
import { known, attribute, elements, positionOf, shapeOfSet, slotsInOrder, valueAt } from "../eval/memory/values.ts";

const DRV_PATH = symbols.ofName("drvPath");
const OUT_PATH = symbols.ofName("outPath");

export interface XmlOptions {
  /** Whether everything is forced; otherwise what is not evaluated is said to be so. */
  readonly strict: boolean;
  /** Whether attributes and functions say where they come from. */
  readonly location: boolean;
}

export function toXml(value: Handle, into: Gathered, options: XmlOptions): string {
  return new Document(into, options).whole(value);
}

type XmlAttributes = readonly (readonly [name: string, value: string])[];

class Document {
  readonly #into: Gathered;
  readonly #options: XmlOptions;
  readonly #derivations = new Set<string>();
  #text = "<?xml version='1.0' encoding='utf-8'?>\n";
  #depth = 0;

  constructor(into: Gathered, options: XmlOptions) {
    this.#into = into;
    this.#options = options;
  }

  whole(value: Handle): string {
    this.#element("expr", [], () => this.#value(value));
    return this.#text;
  }

  #line(content: string): void {
    this.#text += `${"  ".repeat(this.#depth)}<${content}>\n`;
  }

  #empty(name: string, attributes: XmlAttributes = []): void {
    this.#line(`${name}${attributesText(attributes)} /`);
  }

  #element(name: string, attributes: XmlAttributes, inside: () => void): void {
    this.#line(`${name}${attributesText(attributes)}`);
    this.#depth++;
    checkNesting(this.#depth);
    inside();
    this.#depth--;
    this.#line(`/${name}`);
  }

  #value(handle: Handle): void {
    const value = this.#options.strict ? force(handle) : known(handle);
    switch (value & 7) {
      case THUNK:
        return this.#empty("unevaluated");
      case STRING:
        this.#into.add(contextOf(value));
        return this.#empty("string", [["value", textOf(value)]]);
      case PATH:
        return this.#empty("path", [["value", shownPath(pathOf(value))]]);
      case LIST:
        return this.#element("list", [], () => {
          for (const element of elements(value)) this.#value(element);
        });
      case ATTRS:
        return isDerivation(value) ? this.#derivation(value) : this.#element("attrs", [], () => this.#members(value));
      case FUNCTION:
        return this.#function(value);
      default:
        if (isInteger(value)) return this.#empty("int", [["value", bigIntegerValue(value).toString()]]);
        if (isFloat(value)) return this.#empty("float", [["value", floatText(value)]]);
        if (value === NULL) return this.#empty("null");
        if (value === TRUE || value === FALSE) return this.#empty("bool", [["value", String(value === TRUE)]]);
        return this.#empty("unevaluated");
    }
  }

  #members(set: Handle): void {
    const shape = shapeOfSet(set);
    for (const slot of slotsInOrder(set)) {
      const name = symbols.name(shape.symbols[slot]!);
      const place = this.#options.location ? placeOfPosition(positionOf(set, shape.symbols[slot]!)) : undefined;
      this.#element("attr", sorted([["name", name], ...placeAttributes(place)]), () => this.#value(valueAt(set, slot)));
    }
  }

  #derivation(set: Handle): void {
    const text = (symbol: number): string | undefined => {
      const handle = attribute(set, symbol);
      if (handle === undefined) return undefined;
      const value = this.#options.strict ? force(handle) : known(handle);
      return (value & 7) === STRING ? textOf(value) : undefined;
    };
    const drvPath = text(DRV_PATH);
    const outPath = text(OUT_PATH);
    const attributes: [string, string][] = [];
    if (drvPath !== undefined) attributes.push(["drvPath", drvPath]);
    if (outPath !== undefined) attributes.push(["outPath", outPath]);
    this.#element("derivation", attributes, () => {
      if (drvPath === undefined || drvPath === "" || this.#derivations.has(drvPath)) return this.#empty("repeated");
      this.#derivations.add(drvPath);
      return this.#members(set);
    });
  }

  #function(value: Handle): void {
    const place = this.#options.location ? placeOfFunction(value) : undefined;
    this.#element("function", sorted(placeAttributes(place)), () => {
      const argument = argumentName(value);
      const name: [string, string][] = argument === undefined ? [] : [["name", symbols.name(argument)]];
      if (!hasFormals(value)) return this.#empty("varpat", name);
      const ellipsis: [string, string][] = hasEllipsis(value) ? [["ellipsis", "1"]] : [];
      return this.#element("attrspat", [...ellipsis, ...name], () => {
        const names: string[] = [];
        eachFormal(value, (symbol) => names.push(symbols.name(symbol)));
        for (const each of names.toSorted()) this.#empty("attr", [["name", each]]);
      });
    });
  }
}

function placeAttributes(place: ReturnType<typeof placeOfPosition>): [string, string][] {
  if (place === undefined) return [];
  const where: [string, string][] = [
    ["column", String(place.column)],
    ["line", String(place.line)],
  ];
  const file = fileOf(place.origin);
  if (file !== undefined) where.push(["path", file]);
  return where;
}

function sorted(attributes: [string, string][]): XmlAttributes {
  return attributes.toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function attributesText(attributes: XmlAttributes): string {
  return attributes.map(([name, value]) => ` ${name}="${escaped(value)}"`).join("");
}

function escaped(text: string): string {
  return text.replace(/["<>&\n]/g, (character) => escapes[character]!);
}

const escapes: Readonly<Record<string, string>> = {
  '"': "&quot;",
  "<": "&lt;",
  ">": "&gt;",
  "&": "&amp;",
  "\n": "&#xA;",
};

export const xmlBuiltins: readonly Builtin[] = [
  {
    name: "toXML",
    arity: 1,
    apply(value) {
      const into = new Gathered();
      const text = toXml(value, into, { strict: true, location: false });
      return string(text, into.context);
    },
  },
];
