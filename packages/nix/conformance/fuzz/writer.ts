/**
 * Random expressions of a wanted type. Most are what they should be, so that evaluation gets far; now and then another
 * type takes the place, something traces, throws or aborts. All that is written can stand in any place of an expression,
 * and every variable is bound, so that a file may hold any number of them.
 */

import type { Random } from "../random.ts";
import { derivationArguments, pathArguments } from "./derivations.ts";
import { literal } from "./literals.ts";
import { type Callback, satisfies, type Signature, signatures, type Type } from "./signatures.ts";
import { production } from "./syntax.ts";

interface Variable {
  readonly name: string;
  readonly type: Type;
}

export class Writer {
  readonly random: Random;
  #scope: readonly Variable[] = [];
  #events = 0;
  /** How many more expressions may be written; literals are, then. */
  #budget = 60;

  constructor(random: Random) {
    this.random = random;
  }

  /** A whole case of a family of builtins, `syntax`, or anything. */
  case(family?: string): string {
    const depth = 2 + this.random.below(4);
    if (family === undefined && this.random.oneIn(3)) return this.expression("any", depth);
    if (family === "syntax") return production(this, "any", depth);
    const candidates = family === undefined ? signatures : signatures.filter((each) => each.family === family);
    return this.call(this.random.pick(candidates), depth);
  }

  expression(type: Type, depth: number): string {
    const { random } = this;
    this.#budget--;
    if (literalTypes.has(type)) return literal(type, random)!;
    if (random.oneIn(70)) return this.#event(type, depth);
    if (random.oneIn(25)) return this.expression(random.pick(disturbances), depth - 1);
    if (depth <= 0 || this.#budget <= 0) return this.#leaf(type);
    if (random.oneIn(4)) return this.#leaf(type);
    const made = this.#argumentsOf(type, depth);
    if (made !== undefined) return made;
    if (random.oneIn(2)) {
      const fitting = signatures.filter(
        ({ result }) => satisfies(result, type) && (result !== "any" || type === "any"),
      );
      if (fitting.length > 0) return this.call(random.pick(fitting), depth - 1);
    }
    return production(this, type, depth - 1);
  }

  call({ name, parameters }: Signature, depth: number): string {
    const { random } = this;
    // some are called with too few arguments, or too many
    const given = random.oneIn(40) ? parameters.slice(0, -1) : parameters;
    const args = given.map((parameter) =>
      typeof parameter === "string" ? this.expression(parameter, depth - 1) : this.callback(parameter, depth - 1),
    );
    if (random.oneIn(150)) args.push(this.expression("any", 0));
    return `(builtins.${name} ${args.join(" ")})`;
  }

  /** A function for a builtin to call. */
  callback({ parameters, result }: Callback, depth: number): string {
    const { random } = this;
    if (random.oneIn(15)) return this.expression("function", depth - 1);
    const names = parameters.map(() => this.fresh());
    const variables = parameters.map((type, index) => ({ name: names[index]!, type }));
    const isTraced = random.oneIn(4);
    const body = this.inside(variables, () => this.expression(result, depth - 1));
    const traced = isTraced ? `builtins.trace ${random.pick(names)} ${body}` : body;
    const lambda = `${names.map((name) => `${name}: `).join("")}${traced}`;
    return random.oneIn(12) ? `{ __functor = _: ${lambda}; }` : `(${lambda})`;
  }

  /** Writes what can see more variables. */
  inside<Written>(variables: readonly Variable[], write: () => Written): Written {
    const before = this.#scope;
    const hidden = new Set(variables.map(({ name }) => name));
    this.#scope = [...before.filter(({ name }) => !hidden.has(name)), ...variables];
    try {
      return write();
    } finally {
      this.#scope = before;
    }
  }

  /** A name for a variable, which may hide another. */
  fresh(): string {
    return this.random.pick(variableNames);
  }

  #leaf(type: Type): string {
    const visible = this.#scope.filter((variable) => satisfies(variable.type, type));
    if (visible.length > 0 && this.random.oneIn(2)) return this.random.pick(visible).name;
    return this.#argumentsOf(type, 0) ?? literal(type, this.random) ?? production(this, type, 0);
  }

  /** The arguments of a few builtins are sets with names of their own. */
  #argumentsOf(type: Type, depth: number): string | undefined {
    if (type === "drvArguments") return derivationArguments(this, depth);
    if (type === "pathArguments") return pathArguments(this, depth);
    return undefined;
  }

  #event(type: Type, depth: number): string {
    const number = ++this.#events;
    switch (this.random.below(7)) {
      case 0:
        return `(throw "e${number}")`;
      case 1:
        return this.random.oneIn(4) ? `(abort "e${number}")` : `(assert false; ${number})`;
      default:
        return `(builtins.trace "t${number}" ${this.expression(type, depth - 1)})`;
    }
  }
}

const variableNames = ["a", "b", "c", "x", "y", "f", "g"];

const disturbances: readonly Type[] = [
  "int",
  "float",
  "string",
  "path",
  "null",
  "bool",
  "list",
  "attrs",
  "function",
  "drv",
  "any",
];

/** What nothing but literals may be: other values would cost too much, or look at stores that only one side has. */
const literalTypes: ReadonlySet<Type> = new Set([
  "count",
  "index",
  "remark",
  "plainPath",
  "importable",
  "file",
  "folder",
]);
