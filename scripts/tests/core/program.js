/**
 * Makes up modules of the core whose meaning is the same in JavaScript: all sums are cut to 32 bits, indices are small, and
 * every loop ends. The same seed makes the same module.
 */
export function makeProgram(seed) {
  const random = numbersFrom(seed);
  const below = (count) => Math.floor(random() * count);
  const oneOf = (list) => list[below(list.length)];
  let names = 0;
  let callable = [];

  const literal = () => String(oneOf([0, 1, 2, 3, 7, 8, 31, 255, 4096, -1, -2, -100, 2147483647, -2147483648]));
  const variable = (scope) => oneOf(scope.readable);
  const address = (scope, depth) => {
    const part = () => `(${value(scope, depth - 1)} & 63)`;
    return oneOf([
      () => `${part()} + ${below(40)}`,
      () => `${part()} * 2 + ${below(9)} + ${part()}`,
      () => `${below(9) + 5} + ${part()} - ${below(5)}`,
      () => `${part()} + K - (${value(scope, 0)} & 7)`,
      () => String(below(200)),
      () => `(${part()} << 1) + K`,
    ])();
  };

  function value(scope, depth) {
    if (depth <= 0) return below(3) === 0 ? literal() : variable(scope);
    const inner = () => value(scope, depth - 1 - below(2));
    const test = () => condition(scope, depth - 1);
    const word = () => `${oneOf(["heap", "heap", "heapBytes"])}[${address(scope, depth - 1)}]`;
    return oneOf([
      () => `((${inner()} ${oneOf(["+", "-"])} ${inner()}) | 0)`,
      () => `(${inner()} ${oneOf(["&", "|", "^", "<<", ">>"])} ${inner()})`,
      () => `((${inner()} >>> ${inner()}) | 0)`,
      () => `((${inner()} & 1023) * (${inner()} & 511))`,
      () => `Math.${oneOf(["imul", "min", "max"])}(${inner()}, ${inner()})`,
      () => `(${oneOf(["~", "-"])}${variable(scope)} | 0)`,
      () => `${word()}!`,
      () => `${word()}!`,
      () => `(${test()} ? ${inner()} : ${inner()})`,
      () => `(${inner()} ${oneOf(["&&", "||"])} ${inner()})`,
      () => (scope.writable.length === 0 ? literal() : `(${oneOf(scope.writable)} = ${inner()})`),
      () => `(${word()} = ${inner()})`,
      () => `((${word()}! ${oneOf(["+=", "-=", "&=", "|=", "^=", "<<=", ">>="])} ${inner()}) | 0)`,
      () => `(${oneOf(["++", "--"])}${word()}! | 0)`,
      () => `${word()}!${oneOf(["++", "--"])}`,
      () => `(${inner()}, ${inner()})`,
      () => call(scope, depth),
      () => call(scope, depth),
    ])();
  }

  function call(scope, depth) {
    const { name, count } = oneOf(callable);
    const given = Array.from({ length: count }, () => value(scope, depth - 2));
    return name === "out" ? `out(${given[0]}, ${condition(scope, depth - 2)})` : `${name}(${given.join(", ")})`;
  }

  function condition(scope, depth) {
    if (depth <= 0) return oneOf([() => variable(scope), () => `${variable(scope)} < ${literal()}`, () => "YES"])();
    const inner = () => condition(scope, depth - 1);
    const number = () => value(scope, depth - 1);
    return oneOf([
      () => `${number()} ${oneOf(["===", "!==", "<", ">", "<=", ">="])} ${number()}`,
      () => `(${number()} >>> 0) ${oneOf(["<", ">=", "==="])} (${number()} >>> 0)`,
      () => `(${inner()} && ${inner()})`,
      () => `(${inner()} || ${inner()})`,
      () => `!(${inner()})`,
      () => `small(${number()})`,
      () => `both(${number()}, ${number()})`,
      number,
    ])();
  }

  function statement(scope, depth) {
    const body = (more = {}) => block({ ...scope, ...more }, depth - 1);
    const fresh = () => `v${names++}`;
    const simple = [
      () => `${value(scope, 3)};`,
      () => (scope.writable.length === 0 ? ";" : `${oneOf(scope.writable)} = ${value(scope, 3)};`),
      () =>
        scope.writable.length === 0
          ? ";"
          : `${oneOf(scope.writable)} ${oneOf(["&=", "|=", "^=", ">>="])} ${value(scope, 2)};`,
      () => `${oneOf(["heap", "heapBytes"])}[${address(scope, 2)}] = ${value(scope, 3)};`,
      () => `note(${value(scope, 2)});`,
      () => {
        const name = fresh();
        const isConstant = below(2) === 0;
        const text = `${isConstant ? "const" : "let"} ${name} = ${value(scope, 3)};`;
        scope.readable = [...scope.readable, name];
        if (!isConstant) scope.writable = [...scope.writable, name];
        return text;
      },
      () => (below(4) === 0 ? `if (${condition(scope, 2)}) return ${value(scope, 2)};` : ";"),
      () => (scope.leave.length === 0 ? ";" : `if (${condition(scope, 2)}) ${oneOf(scope.leave)};`),
    ];
    if (depth <= 0) return oneOf(simple)();
    const counter = fresh();
    const label = `l${counter}`;
    const readable = [...scope.readable, counter];
    const inLoop = { readable, leave: [...scope.leave, "break", "continue", `break ${label}`, `continue ${label}`] };
    return oneOf([
      ...simple,
      () => `if (${condition(scope, 3)}) ${body()}`,
      () => `if (${condition(scope, 3)}) ${body()} else ${body()}`,
      () => `${label}: for (let ${counter} = 0; ${counter} < ${below(4)}; ${counter}++) ${body(inLoop)}`,
      () => `{ let ${counter} = 0; ${label}: while (++${counter} < 4 && ${condition(scope, 2)}) ${body(inLoop)} }`,
      () => `{ let ${counter} = 0; ${label}: do ${body(inLoop)} while (${counter}++ < 2 && ${condition(scope, 2)}); }`,
      () => `${label}: ${body({ leave: [...scope.leave.filter((one) => one.includes(" ")), `break ${label}`] })}`,
      () => choice(scope, depth),
      () => body(),
    ])();
  }

  function choice(scope, depth) {
    const start = oneOf([-2, 0, 1, 100]);
    const step = oneOf([1, 1, 2, 50]);
    const leave = [...scope.leave.filter((one) => one.includes(" ")), "break"];
    const cases = Array.from(
      { length: below(7) },
      (_, at) => `case ${start + at * step}: ${block({ ...scope, leave }, depth - 1)}`,
    );
    if (below(2) === 0) cases.splice(below(cases.length + 1), 0, `default: ${block({ ...scope, leave }, depth - 1)}`);
    const ended = cases.map((one) => (below(2) === 0 ? `${one} break;` : one));
    return `switch (${oneOf(["", `${start} + `])}(${value(scope, 2)} & ${oneOf([3, 7, 127])})) { ${ended.join(" ")} }`;
  }

  function block(scope, depth) {
    const inner = { ...scope };
    return `{ ${Array.from({ length: 1 + below(3) }, () => statement(inner, depth)).join(" ")} }`;
  }

  function functionOf(name, count, depth) {
    const parameters = ["a", "b", "c"].slice(0, count);
    const scope = { readable: [...parameters, "K"], writable: parameters, leave: [] };
    const statements = Array.from({ length: depth * 2 }, () => statement(scope, depth));
    const result = value(scope, 2);
    callable.push({ name, count });
    return `export function ${name}(${parameters.map((one) => `${one}: number`).join(", ")}): number { ${statements.join("\n")}\nreturn ${result}; }`;
  }

  callable = [{ name: "out", count: 1 }];
  return [
    "const K = 2 ** 3 + 1; const YES = true;",
    "function small(n: number): boolean { return n < 100 && n > -100; }",
    "function both(n: number, m: number): boolean { if (n === m) return true; m = n & 1; return m === 1; }",
    functionOf("f0", 2, 0),
    functionOf("f1", 1, 1),
    functionOf("f2", 3, 2),
    functionOf("f3", 2, 3),
  ].join("\n");
}

/** Numbers from 0 to 1 that look like chance. */
function numbersFrom(seed) {
  let state = Math.imul(seed, 747796405);
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    // the lower bits of such numbers repeat soon
    return (state >>> 8) / 2 ** 24;
  };
}
