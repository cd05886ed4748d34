/**
 * What builtins take and give, in families: `name argument … -> result`. A type is a word of `literals.ts`; a function
 * stands in parentheses.
 */

export type Type = string;

export interface Callback {
  readonly parameters: readonly Type[];
  readonly result: Type;
}

export interface Signature {
  readonly name: string;
  readonly family: string;
  readonly parameters: readonly (Type | Callback)[];
  readonly result: Type;
}

const families: Readonly<Record<string, string>> = {
  attrs: `
    attrNames attrs -> strings
    attrValues attrs -> list
    getAttr name attrs -> any
    hasAttr name attrs -> bool
    unsafeGetAttrPos name attrs -> any
    removeAttrs attrs names -> attrs
    listToAttrs pairs -> attrs
    intersectAttrs attrs attrs -> attrs
    catAttrs name sets -> list
    mapAttrs (string any -> any) attrs -> attrs
    zipAttrsWith (string list -> any) sets -> attrs
    groupBy (any -> name) list -> attrs
    functionArgs function -> attrs
  `,
  lists: `
    length list -> int
    head list -> any
    tail list -> list
    elemAt list index -> any
    map (any -> any) list -> list
    map (string -> string) strings -> strings
    filter (any -> bool) list -> list
    filter (number -> bool) numbers -> numbers
    elem any list -> bool
    concatLists lists -> list
    concatMap (any -> list) list -> list
    foldl' (any any -> any) any list -> any
    foldl' (number number -> number) number numbers -> number
    foldl' (attrs attrs -> attrs) attrs sets -> attrs
    foldl' (string any -> string) string list -> string
    any (any -> bool) list -> bool
    all (number -> bool) numbers -> bool
    genList (int -> any) count -> list
    sort (number number -> bool) numbers -> numbers
    sort (any any -> bool) list -> list
    sort comparison comparables -> list
    partition (any -> bool) list -> attrs
    genericClosure closure -> list
  `,
  strings: `
    toString any -> string
    toString printable -> string
    stringLength string -> int
    substring index count string -> string
    concatStringsSep string strings -> string
    replaceStrings strings strings string -> string
    match regex string -> any
    split regex string -> list
    hashString algorithm string -> string
    convertHash hash -> string
    placeholder name -> string
    toJSON any -> string
    toJSON plain -> string
    fromJSON json -> any
    toXML any -> string
    fromTOML toml -> any
    baseNameOf pathish -> string
    dirOf pathish -> pathish
    splitVersion version -> strings
    compareVersions version version -> int
    parseDrvName version -> attrs
    getEnv name -> string
  `,
  control: `
    seq any any -> any
    deepSeq any any -> any
    tryEval any -> attrs
    trace any any -> any
    warn string any -> any
    traceVerbose any any -> any
    addErrorContext remark any -> any
    throw printable -> any
    abort printable -> any
  `,
  types: `
    typeOf any -> string
    isNull any -> bool
    isFunction any -> bool
    isInt any -> bool
    isFloat any -> bool
    isString any -> bool
    isBool any -> bool
    isPath any -> bool
    isList any -> bool
    isAttrs any -> bool
  `,
  numbers: `
    add number number -> number
    sub number number -> number
    mul number number -> number
    div number number -> number
    add int int -> int
    sub int int -> int
    mul int int -> int
    div int int -> int
    lessThan number number -> bool
    lessThan comparable comparable -> bool
    bitAnd int int -> int
    bitOr int int -> int
    bitXor int int -> int
    ceil number -> int
    floor number -> int
  `,
  contexts: `
    hasContext string -> bool
    getContext string -> attrs
    unsafeDiscardStringContext string -> string
    unsafeDiscardOutputDependency string -> string
    addDrvOutputDependencies string -> string
    appendContext string context -> string
  `,
  files: `
    import importable -> any
    scopedImport attrs importable -> any
    readFile file -> string
    readDir folder -> attrs
    readFileType file -> string
    pathExists file -> bool
    hashFile algorithm file -> string
    findFile searchPath wanted -> path
    toPath pathish -> string
    toFile fileName string -> string
    storePath plainPath -> string
    filterSource (string string -> bool) folder -> string
    path pathArguments -> string
  `,
  derivations: `
    derivation drvArguments -> drv
    derivationStrict drvArguments -> attrs
  `,
};

export const signatures: readonly Signature[] = Object.entries(families).flatMap(([family, text]) =>
  text
    .trim()
    .split("\n")
    .map((line) => signatureIn(family, line.trim())),
);

export const familyNames: readonly string[] = [...Object.keys(families), "syntax"];

/** Whether a value of one type will do where another is wanted. */
export function satisfies(given: Type, wanted: Type): boolean {
  return given === wanted || wanted === "any" || (wider[given]?.includes(wanted) ?? false);
}

/** What each type is, too. */
const wider: Readonly<Record<Type, readonly Type[]>> = {
  int: ["number", "plain", "printable", "comparable", "index"],
  float: ["number", "plain", "printable", "comparable"],
  number: ["plain", "printable", "comparable"],
  bool: ["plain", "printable"],
  null: ["plain", "printable"],
  string: ["plain", "printable", "comparable", "name", "version", "pathish", "json", "toml", "regex"],
  path: ["pathish", "printable", "comparable", "file", "folder"],
  strings: ["list", "plain", "names"],
  numbers: ["list", "plain", "comparables"],
  names: ["list", "strings"],
  sets: ["list"],
  pairs: ["list", "sets"],
  lists: ["list"],
  comparables: ["list"],
  drv: ["attrs", "printable", "pathish"],
  list: ["printable", "comparable"],
  any: [],
};

function signatureIn(family: string, line: string): Signature {
  const [taken, result] = line.split(/ -> (?=\w+$)/) as [string, string];
  const [name, ...parameters] = taken.match(/\([^)]*\)|\S+/g)!;
  return { name: name!, family, parameters: parameters.map(parameterIn), result };
}

function parameterIn(text: string): Type | Callback {
  if (!text.startsWith("(")) return text;
  const [parameters, result] = text.slice(1, -1).split(" -> ") as [string, string];
  return { parameters: parameters.split(" "), result };
}
