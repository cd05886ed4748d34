/** Expressions whose value is known while compiling: literals, other constants, and what is made of them. */

/** What the types say around an expression changes nothing of its value. */
export function unwrap(node) {
  while (wrappers.has(node.type)) node = node.expression;
  return node;
}

const wrappers = new Set([
  "ParenthesizedExpression",
  "TSNonNullExpression",
  "TSAsExpression",
  "TSSatisfiesExpression",
  "TSTypeAssertion",
]);

/**
 * The value of a constant expression as JavaScript has it; `undefined` if it is none.
 * @param {(node: object) => number | boolean | undefined} valueOfName for identifiers and `namespace.name`
 * @returns {number | boolean | undefined}
 */
export function constantValue(node, valueOfName) {
  const inner = unwrap(node);
  const value = (part) => constantValue(part, valueOfName);
  switch (inner.type) {
    case "Literal":
      return typeof inner.value === "number" || typeof inner.value === "boolean" ? inner.value : undefined;
    case "Identifier":
      return valueOfName(inner);
    case "MemberExpression":
      return inner.computed ? undefined : valueOfName(inner);
    case "UnaryExpression": {
      const argument = value(inner.argument);
      return argument === undefined ? undefined : unary[inner.operator]?.(argument);
    }
    case "BinaryExpression": {
      const left = value(inner.left);
      const right = left === undefined ? undefined : value(inner.right);
      return right === undefined ? undefined : binary[inner.operator]?.(left, right);
    }
    case "ConditionalExpression": {
      const test = value(inner.test);
      return test === undefined ? undefined : value(test ? inner.consequent : inner.alternate);
    }
    default:
      return undefined;
  }
}

const unary = { "-": (a) => -a, "+": (a) => +a, "~": (a) => ~a, "!": (a) => !a };

const binary = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "**": (a, b) => a ** b,
  "/": (a, b) => a / b,
  "%": (a, b) => a % b,
  "&": (a, b) => a & b,
  "|": (a, b) => a | b,
  "^": (a, b) => a ^ b,
  "<<": (a, b) => a << b,
  ">>": (a, b) => a >> b,
  ">>>": (a, b) => a >>> b,
  "===": (a, b) => a === b,
  "!==": (a, b) => a !== b,
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
};
