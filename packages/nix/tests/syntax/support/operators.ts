/**
 * The operators of Nix as its manual lists them, from the tightest to the loosest, and what follows from that for two
 * of them in a row.
 */

export interface Row {
  readonly operators: readonly string[];
  readonly associates: "left" | "right" | "none";
  readonly form: "infix" | "prefix" | "path" | "juxtaposition";
}

export const rows: readonly Row[] = [
  { operators: ["."], associates: "left", form: "path" },
  { operators: [""], associates: "left", form: "juxtaposition" },
  { operators: ["-"], associates: "none", form: "prefix" },
  // the manual says that it does not associate; the grammar has nothing against it, and groups to the left
  { operators: ["?"], associates: "left", form: "path" },
  { operators: ["++"], associates: "right", form: "infix" },
  { operators: ["*", "/"], associates: "left", form: "infix" },
  { operators: ["+", "-"], associates: "left", form: "infix" },
  { operators: ["!"], associates: "none", form: "prefix" },
  { operators: ["//"], associates: "right", form: "infix" },
  { operators: ["<", "<=", ">", ">="], associates: "none", form: "infix" },
  { operators: ["==", "!="], associates: "none", form: "infix" },
  { operators: ["&&"], associates: "left", form: "infix" },
  { operators: ["||"], associates: "left", form: "infix" },
  { operators: ["->"], associates: "right", form: "infix" },
  { operators: ["|>"], associates: "left", form: "infix" },
];

export interface Grouping {
  readonly source: string;
  /** With parentheses around every part, or undefined if Nix refuses it. */
  readonly grouped: string | undefined;
}

/** Every operator before every other one, and before itself. */
export function groupings(): Grouping[] {
  const all = rows.flatMap((row, rank) => row.operators.map((operator) => ({ ...row, operator, rank })));
  const prefixes = all.filter(({ form }) => form === "prefix");
  const others = all.filter(({ form }) => form !== "prefix");
  const found: Grouping[] = [];
  for (const first of others) {
    for (const second of others) {
      const source = join(join("a", first.operator, "b"), second.operator, "c");
      const left = group(group("a", first.operator, "b"), second.operator, "c");
      const right = group("a", first.operator, group("b", second.operator, "c"));
      found.push({ source, grouped: pick(first, second, left, right) });
    }
  }
  for (const prefix of prefixes) {
    for (const other of others) {
      // before an operand that an operator follows
      const tighter = prefix.rank < other.rank;
      const whole = `(${prefix.operator}${group("a", other.operator, "b")})`;
      const part = group(`(${prefix.operator}a)`, other.operator, "b");
      found.push({ source: `${prefix.operator}${join("a", other.operator, "b")}`, grouped: tighter ? part : whole });
      // behind an operator: always its right operand, where one can stand
      if (other.form !== "infix") continue;
      const right = group("a", other.operator, `(${prefix.operator}b)`);
      found.push({ source: join("a", other.operator, `${prefix.operator}b`), grouped: right });
    }
    for (const second of prefixes) {
      found.push({
        source: `${prefix.operator} ${second.operator}a`,
        grouped: `(${prefix.operator}(${second.operator}a))`,
      });
    }
  }
  return found;
}

interface Ranked extends Row {
  readonly rank: number;
  readonly operator: string;
}

function pick(first: Ranked, second: Ranked, left: string, right: string): string | undefined {
  // a path goes on with its own dots and nothing else
  if (second.form === "path" && first.form === "path" && second.operator === ".") {
    return first.operator === "." ? "(a.b.c)" : "(a ? b.c)";
  }
  // what stands behind `?` is a path, and no function that could be applied
  if (first.operator === "?" && second.form === "juxtaposition") return undefined;
  if (first.form === "path") return left;
  if (first.rank !== second.rank) return first.rank < second.rank ? left : right;
  // a row of arguments is one application
  if (first.form === "juxtaposition") return "(a b c)";
  if (first.associates === "none") return undefined;
  return first.associates === "left" ? left : right;
}

function join(left: string, operator: string, right: string): string {
  if (operator === ".") return `${left}.${right}`;
  return operator === "" ? `${left} ${right}` : `${left} ${operator} ${right}`;
}

function group(left: string, operator: string, right: string): string {
  return `(${join(left, operator, right)})`;
}
