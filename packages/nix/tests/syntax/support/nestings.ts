/** Everything that nests or goes on and on, as often as one likes. */

export interface Nesting {
  readonly name: string;
  readonly make: (count: number) => string;
  /** Whether the tree is deep, so that the limit of nesting has to stop it. */
  readonly isDeep: boolean;
}

function around(open: string, close: string): (count: number) => string {
  return (count) => `${open.repeat(count)}1${close.repeat(count)}`;
}

function before(text: string): (count: number) => string {
  return (count) => `${text.repeat(count)}1`;
}

function behind(text: string): (count: number) => string {
  return (count) => `1${text.repeat(count)}`;
}

/** What a parser that calls itself follows down. */
const deep: Readonly<Record<string, (count: number) => string>> = {
  parentheses: around("(", ")"),
  lists: around("[", "]"),
  sets: around("{a=", ";}"),
  "recursive sets": around("rec{a=", ";}"),
  "old lets": around("let{body=", ";}"),
  "lets in bindings": around("let a=", ";in 1"),
  "lets in bodies": before("let a=1;in "),
  "functions of a name": before("a: "),
  "functions of a set": before("{a}:"),
  "defaults of arguments": around("{a?", "}:1"),
  "scopes of with": around("with ", ";1"),
  "bodies of with": before("with 1;"),
  assertions: before("assert 1;"),
  conditions: around("if ", " then 1 else 1"),
  consequences: around("if 1 then ", " else 1"),
  alternatives: before("if 1 then 1 else "),
  negations: before("!"),
  minuses: before("- "),
  concatenations: before("1 ++ "),
  updates: before("1 // "),
  implications: before("1 -> "),
  pipes: before("1 <| "),
  arguments: around("1 (", ")"),
  fallbacks: before("true.a or "),
  "antiquotations in strings": around('"${', '}"'),
  "antiquotations in indented strings": around("''${", "}''"),
  "antiquotations in paths": around("./${", "}"),
  "antiquotations in selections": around("true.${", "}"),
  "antiquotations in bindings": around('{"${', '}"=1;}'),
  "antiquotations in inherit": around('{inherit "${', '}";}'),
  "sources of inherit": around("{inherit(", ")a;}"),
  "functions that need parentheses": before("f a: "),
  "conditions that need parentheses": before("f if "),
  "elements that need parentheses": before("[ a: "),
  "names in a path": (count) => `{${"a.".repeat(count)}a=1;}`,
  "computed names in a path": (count) => `{${"${true}.".repeat(count)}a=1;}`,
  "questions for attributes": behind(" ? a"),
  "negated sets": around("!{a=", ";}"),
  "open parentheses": (count) => "(".repeat(count),
  "open lists": (count) => "[".repeat(count),
  "open strings": (count) => '"${'.repeat(count),
};

/** What is long and not deep, wrong as most of it is. */
const flat: Readonly<Record<string, (count: number) => string>> = {
  sums: before("1 + "),
  conjunctions: before("1 && "),
  comparisons: before("1 == "),
  "selected names": (count) => `true${".a".repeat(count)}`,
  applications: behind(" 1"),
  "the word or": behind(" or"),
  elements: (count) => `[${"1 ".repeat(count)}]`,
  duplicates: (count) => `{${"a=1;".repeat(count)}}`,
  "duplicate arguments": (count) => `{${"a,".repeat(count)}}:1`,
  "inherited names": (count) => `{inherit ${"true ".repeat(count)};}`,
  "undefined variables": (count) => `[${"foo ".repeat(count)}]`,
  "different undefined variables": (count) =>
    `[${Array.from({ length: count / 8 }, (_, index) => `foo${index} `).join("")}]`,
  "merged sets": (count) => `{${"a.b={};".repeat(count)}}`,
  "pieces of a string": (count) => `"${"${1}".repeat(count)}"`,
  "open braces": (count) => "{".repeat(count),
  "open lets": (count) => "let ".repeat(count),
  "closing braces": (count) => "}".repeat(count),
  "wrong brackets": (count) => `{ a = ${")".repeat(count)}; }`,
  semicolons: (count) => `{${";".repeat(count)}}`,
  commas: (count) => `[${",".repeat(count)}]`,
  "equals signs": (count) => `{ a ${"= ".repeat(count)}; }`,
  "forgotten semicolons": (count) => `{${"a = 1 ".repeat(count)}}`,
  "forgotten brackets and semicolons": (count) => `{${"a.b = [ 1 ".repeat(count)}}`,
  "open argument sets": (count) => "{a b ".repeat(count),
  quotes: (count) => '"'.repeat(count),
  apostrophes: (count) => "'".repeat(count),
  dollars: (count) => `"${"$".repeat(count)}`,
  backslashes: (count) => `"${"\\".repeat(count)}`,
  slashes: (count) => "/".repeat(count),
  "segments of a path": (count) => "a/".repeat(count),
  "slashes in a path": (count) => `./a${"//b".repeat(count)}`,
  "comments in comments": (count) => "/*".repeat(count),
  stars: (count) => `/*${"*".repeat(count)}`,
  dots: (count) => ".".repeat(count),
  "names and dots": (count) => "a.".repeat(count),
  "starts of search paths": (count) => "<a".repeat(count),
  "names and colons": (count) => "a:".repeat(count),
  schemes: (count) => "a+".repeat(count),
  digits: (count) => "1".repeat(count),
  "digits of an exponent": (count) => `1.0e${"9".repeat(count)}`,
  zeros: (count) => `${"0".repeat(count)}1`,
  indentation: (count) => `''${"\n ".repeat(count)}''`,
  "NUL bytes": (count) => `"${"\0".repeat(count)}"`,
  "bytes of no character": (count) => "\u00ff".repeat(count),
};

export const nestings: readonly Nesting[] = [
  ...Object.entries(deep).map(([name, make]) => ({ name, make, isDeep: true })),
  ...Object.entries(flat).map(([name, make]) => ({ name, make, isDeep: false })),
];
