/** Expressions that are no calls of builtins: operators, sets, functions, strings, and what may surround anything. */

import { attrName, literal, names } from "./literals.ts";
import type { Type } from "./signatures.ts";
import type { Writer } from "./writer.ts";

export function production(writer: Writer, type: Type, depth: number): string {
  if (depth > 0 && writer.random.oneIn(3)) return surrounded(writer, type, depth);
  return (productions[type] ?? anything)(writer, depth);
}

type Production = (writer: Writer, depth: number) => string;

const kinds: readonly Type[] = [
  "int",
  "number",
  "bool",
  "string",
  "path",
  "list",
  "attrs",
  "attrs",
  "function",
  "drv",
  "null",
];

const anything: Production = (writer, depth) => writer.expression(writer.random.pick(kinds), depth);

const productions: Readonly<Record<Type, Production>> = {
  int: (writer, depth) => binary(writer, ["+", "-", "*", "/"], "int", depth),
  number: (writer, depth) => binary(writer, ["+", "-", "*", "/"], "number", depth),
  float: (writer, depth) => binary(writer, ["+", "-", "*", "/"], "float", depth),
  bool: condition,
  string: text,
  path: (writer, depth) =>
    writer.random.oneIn(2)
      ? `(${writer.expression("path", depth - 1)} + ${writer.expression(writer.random.pick(["string", "path"]), depth - 1)})`
      : `(./a/\${${writer.expression("string", depth - 1)}}${writer.random.pick(["", "/b", ".c", "/../d"])})`,
  list,
  strings: (writer, depth) => listOf(writer, "string", depth),
  names: (writer, depth) => listOf(writer, "name", depth),
  numbers: (writer, depth) => listOf(writer, "number", depth),
  comparables: (writer, depth) =>
    listOf(writer, writer.random.pick(["number", "string", "path", "comparable", "numbers"]), depth),
  lists: (writer, depth) => listOf(writer, "list", depth),
  sets: (writer, depth) => listOf(writer, "attrs", depth),
  pairs: (writer, depth) =>
    `[ ${repeat(writer, 3, () => `{ name = ${writer.expression("name", depth - 1)}; value = ${writer.expression("any", depth - 1)}; }`)} ]`,
  attrs,
  function: lambda,
  drv: (writer, depth) =>
    `(derivation ${writer.expression("drvArguments", depth - 1)})${writer.random.pick(["", "", "", ".out", ".all"])}`,
  null: () => "null",
  index: (writer, depth) => writer.expression("int", depth - 1),
};

/** What may surround an expression of any type. */
function surrounded(writer: Writer, type: Type, depth: number): string {
  const { random } = writer;
  const inner = (): string => writer.expression(type, depth - 1);
  const other = (wanted: Type = "any"): string => writer.expression(wanted, depth - 1);
  const name = writer.fresh();
  switch (random.below(18)) {
    case 0:
      return `(if ${other("bool")} then ${inner()} else ${inner()})`;
    case 1:
      return `(assert ${other("bool")}; ${inner()})`;
    case 2:
    case 3: {
      const kind = random.pick(kinds);
      const bound = other(kind);
      return `(let ${name} = ${bound}; in ${writer.inside([{ name, type: kind }], inner)})`;
    }
    case 4: {
      // both see each other
      const second = random.pick(names.filter((each) => each !== name));
      const variables = [
        { name, type },
        { name: second, type: "any" },
      ];
      return writer.inside(variables, () => `(let ${name} = ${inner()}; ${second} = ${other()}; in ${inner()})`);
    }
    case 5: {
      const kind = random.pick(kinds);
      const bound = other(kind);
      // what is bound around is seen before what a `with` gives
      return `(with { ${name} = ${bound}; }; ${random.oneIn(2) ? inner() : writer.inside([{ name, type: kind }], inner)})`;
    }
    case 6: {
      const kind = random.pick(kinds);
      return `((${name}: ${writer.inside([{ name, type: kind }], inner)}) ${other(kind)})`;
    }
    case 7: {
      const second = random.pick(names.filter((each) => each !== name));
      const body = writer.inside(
        [
          { name, type: "any" },
          { name: second, type },
        ],
        inner,
      );
      return `(({ ${name} ? ${other()}, ${second}${random.oneIn(2) ? ` ? ${inner()}` : ""}${random.oneIn(3) ? ", ..." : ""} }${random.oneIn(4) ? "@z" : ""}: ${body}) { ${second} = ${inner()}; ${random.oneIn(4) ? `${attrName(random)} = ${other()};` : ""} })`;
    }
    case 8:
      return `{ a = ${inner()}; b = ${other()}; }.${random.oneIn(6) ? "b" : "a"}`;
    case 9:
      return `(${other("attrs")}.${random.pick(names)}${random.oneIn(3) ? `.${attrName(random)}` : ""} or ${inner()})`;
    case 10:
      return `(rec { ${name} = ${inner()}; b' = ${writer.inside([{ name, type }], inner)}; }.b')`;
    case 11:
      return `(builtins.head [ ${inner()} ${other()} ])`;
    case 12:
      return `(builtins.tryEval ${inner()}).value`;
    case 13:
      return `(builtins.${random.pick(["seq", "deepSeq"])} ${other()} ${inner()})`;
    case 14:
      return `(let f = ${name}: n: if n == 0 then ${writer.inside([{ name, type }], inner)} else f ${name} (n - 1); in f ${inner()} ${random.below(4)})`;
    case 15:
      return `(let { body = ${inner()}; ${name} = ${other()}; })`;
    case 16:
      return `{ \${${other("name")}} = ${inner()}; z = 1; }.\${${other("name")}}`;
    default:
      return `({ __functor = self: ${name}: ${writer.inside([{ name, type: "any" }], inner)}; } ${other()})`;
  }
}

function binary(writer: Writer, operators: readonly string[], type: Type, depth: number): string {
  if (writer.random.oneIn(8)) return `(-${writer.expression(type, depth - 1)})`;
  const operator = writer.random.pick(operators);
  return `(${writer.expression(type, depth - 1)} ${operator} ${writer.expression(type, depth - 1)})`;
}

function condition(writer: Writer, depth: number): string {
  const { random } = writer;
  const expression = (type: Type): string => writer.expression(type, depth - 1);
  switch (random.below(7)) {
    case 0:
      return `(!${expression("bool")})`;
    case 1:
      return `(${expression("bool")} ${random.pick(["&&", "||", "->"])} ${expression("bool")})`;
    case 2:
    case 3: {
      const type = random.pick(kinds);
      const left = expression(type);
      // the same text twice is equal more often than two texts
      const right = random.oneIn(3) ? left : expression(random.oneIn(4) ? "any" : type);
      return `(${left} ${random.pick(["==", "!="])} ${right})`;
    }
    case 4:
    case 5: {
      const type = random.pick(["number", "string", "path", "comparables", "comparable", "any"]);
      return `(${expression(type)} ${random.pick(["<", "<=", ">", ">="])} ${expression(type)})`;
    }
    default:
      return `(${expression("attrs")} ? ${random.oneIn(4) ? `\${${expression("name")}}` : attrName(random)}${random.oneIn(3) ? `.${attrName(random)}` : ""})`;
  }
}

function text(writer: Writer, depth: number): string {
  const { random } = writer;
  const shown = (): string =>
    writer.expression(random.pick(["string", "string", "pathish", "drv", "coercible"]), depth - 1);
  switch (random.below(6)) {
    case 0:
      return `"\${${shown()}}"`;
    case 1:
      return `"a\${${shown()}}b\${${shown()}}"`;
    case 2:
      return `''\n  x\${${shown()}}\n    ''\${${shown()}\n}''`.replace("''${", "${");
    case 3:
      return `(${shown()} + ${writer.expression("string", depth - 1)})`;
    case 4:
      return coercible(writer, depth);
    default:
      return `(${writer.expression("string", depth - 1)} + ${shown()})`;
  }
}

/** Sets that are strings where one is wanted, and derivations of which a string is made. */
function coercible(writer: Writer, depth: number): string {
  const { random } = writer;
  switch (random.below(6)) {
    case 0:
      return `"\${{ __toString = self: ${writer.expression("string", depth - 1)}; }}"`;
    case 1:
      return `"\${{ outPath = ${writer.expression("pathish", depth - 1)}; }}"`;
    case 2:
      return `${writer.expression("drv", depth - 1)}.${random.pick(["drvPath", "outPath", "name"])}`;
    case 3:
      return `(builtins.toFile "f" ${writer.expression("string", depth - 1)})`;
    case 4:
      return `"\${${random.pick(["./file", "./folder", "./one.nix", "./link"])}}"`;
    default:
      return `(builtins.unsafeDiscardOutputDependency ${writer.expression("drv", depth - 1)}.drvPath)`;
  }
}

function list(writer: Writer, depth: number): string {
  const { random } = writer;
  switch (random.below(4)) {
    case 0:
      return `(${writer.expression("list", depth - 1)} ++ ${writer.expression("list", depth - 1)})`;
    case 1:
      return writer.expression(random.pick(["strings", "numbers", "lists", "sets", "comparables"]), depth - 1);
    default:
      return listOf(writer, "any", depth);
  }
}

function listOf(writer: Writer, type: Type, depth: number): string {
  return `[ ${repeat(writer, 4, () => writer.expression(type, depth - 1))} ]`;
}

function attrs(writer: Writer, depth: number): string {
  const { random } = writer;
  const value = (): string => writer.expression("any", depth - 1);
  switch (random.below(8)) {
    case 0:
      return `(${writer.expression("attrs", depth - 1)} // ${writer.expression("attrs", depth - 1)})`;
    case 1: {
      const [first, second] = random.oneIn(2) ? (["a", "b"] as const) : (["b", "x"] as const);
      const variables = [first, second].map((name) => ({ name, type: "any" }));
      return writer.inside(variables, () => `rec { ${first} = ${value()}; ${second} = ${value()}; }`);
    }
    case 2:
      return `{ \${${writer.expression("name", depth - 1)}} = ${value()}; ${random.oneIn(2) ? `"\${${writer.expression("name", depth - 1)}}" = ${value()};` : ""} }`;
    case 3:
      return `{ a.b = ${value()}; a.c = ${value()}; ${random.oneIn(3) ? `a.\${${writer.expression("name", depth - 1)}} = ${value()};` : ""} }`;
    case 4:
      return `{ inherit (${writer.expression("attrs", depth - 1)}) a ${random.pick(["b", "x", '"y"'])}; }`;
    case 5:
      return random.oneIn(4)
        ? `rec { __overrides = ${writer.expression("attrs", depth - 1)}; a = ${value()}; b = a; }`
        : `{ ${random.pick(["__functor", "__toString", "outPath", "type"])} = ${value()}; a = 1; }`;
    default: {
      const used = new Set<string>();
      const bindings = repeat(writer, 4, () => {
        const name = attrName(random);
        if (used.has(name.replaceAll('"', ""))) return "";
        used.add(name.replaceAll('"', ""));
        return `${name} = ${value()};`;
      });
      return `{ ${bindings} }`;
    }
  }
}

function lambda(writer: Writer, depth: number): string {
  const { random } = writer;
  const name = writer.fresh();
  if (random.oneIn(3)) return literal("function", random)!;
  const body = writer.inside([{ name, type: "any" }], () => writer.expression("any", depth - 1));
  if (random.oneIn(3))
    return `({ ${name}${random.oneIn(2) ? ` ? ${writer.expression("any", depth - 1)}` : ""}${random.oneIn(2) ? ", ..." : ""} }: ${body})`;
  return `(${name}: ${body})`;
}

function repeat(writer: Writer, most: number, write: () => string): string {
  return Array.from({ length: writer.random.below(most + 1) }, write).join(" ");
}
