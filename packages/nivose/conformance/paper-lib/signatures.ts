/**
 * What the functions of nixpkgs' `lib` take, family by family: a name, and the kinds of its arguments (`kinds.ts`). A name
 * without arguments is a value. One function may have several lines. `family.name` is asked for, and at the top level where
 * it is known there, too.
 */

const families: Readonly<Record<string, string>> = {
  trivial: `
    id any
    const any any
    pipe any steps
    concat list list
    or bool bool
    and bool bool
    xor bool bool
    bitAnd int int
    bitOr int int
    bitXor int int
    bitNot int
    boolToString bool
    mergeAttrs attrs attrs
    flip f2 any any
    mapNullable f1 any
    min number number
    max number number
    mod int int
    add number number
    sub number number
    lessThan number number
    compare number number
    compare string string
    splitByAndCompare pred compare compare int int
    seq any any
    deepSeq any any
    isBool any
    isInt any
    isFloat any
    isFunction function
    isFunction any
    functionArgs function
    setFunctionArgs f1 attrs
    mirrorFunctionArgs function f1
    toFunction function any
    toFunction any any
    fromHexString hex
    toHexString int
    toBaseDigits int int
    warn string any
    warnIf bool string any
    warnIfNot bool string any
    throwIf bool string any
    throwIfNot bool string any
    info string any
    showWarnings strings any
    checkListOfEnum string words words any
    importJSON fsfile
    importTOML fsfile
    readFile fsfile
    pathExists fsfile
    release
    codeName
    oldestSupportedRelease
    oldestSupportedReleaseIsAtLeast int
    isInOldestRelease int
    revisionWithDefault any
    genericClosure closure
    inNixShell
    inPureEvalMode
  `,
  fixedPoints: `
    fix define
    fix' define
    converge step int
    extends overlay define attrs
    composeExtensions overlay overlay attrs attrs
    composeManyExtensions overlays attrs attrs
    makeExtensible define
    makeExtensibleWithCustomName word define
    toExtension extension attrs attrs
  `,
  attrsets: `
    attrByPath path any tree
    hasAttrByPath path tree
    longestValidPathPrefix path tree
    setAttrByPath path any
    getAttrFromPath path tree
    showAttrPath path
    updateManyAttrsByPath updates tree
    attrVals words attrs
    attrValues attrs
    attrNames attrs
    getAttrs words attrs
    getAttr word attrs
    hasAttr word attrs
    removeAttrs attrs words
    intersectAttrs attrs attrs
    isAttrs any
    catAttrs word sets
    listToAttrs pairs
    mapAttrs nameF attrs
    mapAttrs' namePair attrs
    mapAttrsToList nameF attrs
    attrsToList attrs
    concatMapAttrs nameSet attrs
    filterAttrs namePred attrs
    filterAttrsRecursive namePred tree
    foldlAttrs foldName list attrs
    foldAttrs f2 any sets
    collect collected tree
    cartesianProduct attrsOfLists
    cartesianProductOfSets attrsOfLists
    mapCartesianProduct f1 attrsOfLists
    nameValuePair word any
    mapAttrsRecursive pathF tree
    mapAttrsRecursiveCond goesInto pathF tree
    genAttrs words f1
    isDerivation package
    isDerivation any
    optionalAttrs bool attrs
    zipAttrsWithNames words zipF sets
    zipAttrsWith zipF sets
    zipAttrs sets
    zip zipF sets
    zipWithNames words zipF sets
    recursiveUpdateUntil until tree tree
    recursiveUpdate tree tree
    matchAttrs tree tree
    mergeAttrsList sets
    overrideExisting attrs attrs
    unionOfDisjoint attrs attrs
    getOutput output package
    getFirstOutput words package
    getBin package
    getLib package
    getStatic package
    getDev package
    getInclude package
    getMan package
    chooseDevOutputs packages
    recurseIntoAttrs attrs
    dontRecurseIntoAttrs attrs
  `,
  lists: `
    singleton any
    forEach list f1
    map f1 list
    foldr f2 any list
    foldr sum int ints
    fold f2 any list
    foldl f2 any list
    foldl sum int ints
    foldl' f2 any list
    foldl' sum int ints
    imap0 indexF list
    imap1 indexF list
    ifilter0 indexPred list
    filter pred list
    concatMap f1 list
    concatLists lists
    flatten nested
    flatten any
    remove simple list
    findSingle pred any any list
    findFirst pred any list
    findFirstIndex pred any list
    any pred list
    all pred list
    count pred list
    optional bool any
    optionals bool list
    toList any
    range int int
    replicate count any
    partition pred list
    zipListsWith f2 list list
    zipLists list list
    crossLists f2 lists
    reverseList list
    listDfs bool before ints
    toposort before ints
    sort less numbers
    sortOn order ints
    naturalSort strings
    compareLists compare ints ints
    take int list
    drop int list
    sublist int int list
    last list
    init list
    hasPrefix list list
    removePrefix list list
    commonPrefix list list
    unique list
    allUnique list
    intersectLists list list
    subtractLists list list
    mutuallyExclusive list list
    groupBy keyF list
    groupBy' f2 any keyF list
    genList f1 count
    length list
    head list
    tail list
    elem simple list
    elemAt list int
    isList any
  `,
  strings: `
    concatStrings strings
    concatMapStrings textF strings
    concatImapStrings indexText strings
    concatStringsSep separator strings
    concatMapStringsSep separator textF list
    concatImapStringsSep separator indexText list
    concatLines strings
    intersperse any list
    replicate count string
    trim string
    trimWith trimming string
    makeSearchPath string strings
    makeSearchPathOutput output string packages
    makeLibraryPath packages
    makeIncludePath packages
    makeBinPath packages
    normalizePath string
    optionalString bool string
    hasPrefix string string
    hasPrefix separator string
    hasSuffix string string
    hasSuffix separator string
    hasInfix string string
    hasInfix separator string
    removePrefix string string
    removePrefix word string
    removeSuffix string string
    removeSuffix separator string
    stringToCharacters string
    stringAsChars characterF string
    charToInt separator
    escape characters string
    escapeC characters string
    escapeURL string
    escapeShellArg any
    escapeShellArgs list
    isValidPosixName word
    isValidPosixName string
    toShellVar word any
    toShellVars attrs
    escapeNixString string
    escapeRegex string
    escapeNixIdentifier word
    escapeNixIdentifier string
    escapeXML string
    replaceChars strings strings string
    replaceStrings strings strings string
    lowerChars
    upperChars
    toLower string
    toUpper string
    addContextFrom string string
    splitString separator string
    splitString string any
    versionOlder version version
    versionAtLeast version version
    compareVersions version version
    getName nameWithVersion
    getName package
    getVersion nameWithVersion
    getVersion package
    parseDrvName nameWithVersion
    nameFromURL url separator
    cmakeOptionType word word string
    cmakeBool word bool
    cmakeFeature word string
    mesonOption word string
    mesonBool word bool
    mesonEnable word bool
    enableFeature bool word
    enableFeatureAs bool word string
    withFeature bool word
    withFeatureAs bool word string
    fixedWidthString count word string
    fixedWidthNumber count int
    floatToString number
    isCoercibleToString any
    isConvertibleWithToString any
    isStringLike any
    isStringLike package
    isStorePath any
    isStorePath package
    toInt digits
    toIntBase10 digits
    readPathsFromFile fspath fsfile
    fileContents fsfile
    sanitizeDerivationName string
    levenshtein string string
    levenshteinAtMost count string string
    commonPrefixLength string string
    commonSuffixLength string string
    match word string
    split word string
    substring int int string
    stringLength string
    typeOf any
    isString any
    isPath any
    isPath fspath
    fromJSON json
    toJSON any
    unsafeDiscardStringContext string
    storeDir
    elem simple list
    elemAt list int
    filter pred list
    genList f1 count
    head list
    tail list
    isAttrs any
    isInt any
    isList any
    readFile fsfile
  `,
  stringsWithDeps: `
    textClosureList pieces deps
    textClosureMap f1 pieces deps
    noDepEntry string
    fullDepEntry string words
    packEntry words
    stringAfter words string
  `,
  versions: `
    splitVersion version
    major version
    minor version
    patch version
    majorMinor version
    pad count version
  `,
  asserts: `
    assertMsg bool string
    assertOneOf word any list
    assertEachOneOf word list list
  `,
  debug: `
    traceIf bool any any
    traceVal any
    traceValFn f1 any
    traceSeq any any
    traceSeqN count tree any
    traceValSeq any
    traceValSeqFn f1 any
    traceValSeqN count tree
    traceValSeqNFn f1 count tree
    traceFnSeqN count word f1 any
    runTests tests
    testAllTrue list
  `,
  misc: `
    fakeHash
    fakeSha256
    fakeSha512
    maybeEnv word any
    maybeAttr word any attrs
    maybeAttrNullable word any attrs
    nvs word any
    setAttr attrs word any
    setAttrMerge word any attrs f1
    mergeAttrsWithFunc f2 attrs attrs
    mergeAttrsConcatenateValues attrs attrs
    ifEnable bool any
    nixType any
    imap indexF list
    mapAttrsFlatten nameF attrs
    closePropagation packages
  `,
  derivations: `
    lazyDerivation lazyArguments
    optionalDrvAttr bool any
  `,
  meta: `
    addMetaAttrs attrs package
    dontDistribute package
    setName word package
    updateName f1 package
    appendToName word package
    mapDerivationAttrset f1 attrs
    defaultPriority
    setPrio int package
    lowPrio package
    hiPrio package
    lowPrioSet attrs
    hiPrioSet attrs
    platformMatch platform platformPattern
    availableOn platform package
    licensesSpdx.MIT
    getLicenseFromSpdxId spdx
    getLicenseFromSpdxIdOr spdx any
    getExe package
    getExe' package string
  `,
  gvariant: `
    type.arrayOf word
    type.maybeOf word
    type.tupleOf words
    type.dictionaryEntryOf word word
    type.string
    intConstructors
    isGVariant gvariant
    mkValue gvariant
    mkArray gvariants
    mkEmptyArray word
    mkVariant gvariant
    mkDictionaryEntry gvariant gvariant
    mkMaybe word gvariant
    mkNothing word
    mkJust gvariant
    mkTuple gvariants
    mkBoolean bool
    mkString string
    mkObjectpath string
    mkUchar int
    mkInt16 int
    mkUint16 int
    mkInt32 int
    mkUint32 int
    mkInt64 int
    mkUint64 int
    mkDouble number
  `,
  kernel: `
    option attrs
    yes
    no
    module
    unset
    freeform any
    whenHelpers version
  `,
  network: `
    ipv6.fromString ipv6
  `,
};

export interface Signature {
  readonly family: string;
  /** Below `lib.FAMILY`. */
  readonly name: string;
  readonly arguments: readonly string[];
}

export const signatures: readonly Signature[] = Object.entries(families).flatMap(([family, lines]) =>
  lines
    .trim()
    .split("\n")
    .map((line) => {
      const [name, ...kinds] = line.trim().split(/\s+/);
      return { family, name: name!, arguments: kinds };
    }),
);

export const familyNames: readonly string[] = Object.keys(families);
