# Texts. What is in a file of its own is read when it is used.
{ lib }:
let
  part = file: import file { inherit lib; };
in
{
  inherit (builtins)
    compareVersions
    concatStringsSep
    elem
    elemAt
    filter
    fromJSON
    genList
    head
    isAttrs
    isInt
    isList
    isPath
    isString
    match
    parseDrvName
    readFile
    replaceStrings
    split
    storeDir
    stringLength
    substring
    tail
    toJSON
    typeOf
    unsafeDiscardStringContext
    ;

  inherit (part ./joined.nix)
    concatImapStrings
    concatImapStringsSep
    concatLines
    concatMapStrings
    concatMapStringsSep
    concatStrings
    intersperse
    makeBinPath
    makeIncludePath
    makeLibraryPath
    makeSearchPath
    makeSearchPathOutput
    optionalString
    replicate
    ;

  inherit (part ./parts.nix)
    addContextFrom
    commonPrefixLength
    commonSuffixLength
    fileContents
    hasInfix
    hasPrefix
    hasSuffix
    normalizePath
    readPathsFromFile
    removePrefix
    removeSuffix
    splitString
    stringAsChars
    stringToCharacters
    trim
    trimWith
    ;

  inherit (part ./escaped.nix)
    charToInt
    escape
    escapeC
    escapeNixIdentifier
    escapeNixString
    escapeRegex
    escapeShellArg
    escapeShellArgs
    escapeURL
    escapeXML
    isValidPosixName
    lowerChars
    replaceChars
    sanitizeDerivationName
    toLower
    toShellVar
    toShellVars
    toUpper
    upperChars
    ;

  inherit (part ./packages.nix)
    cmakeBool
    cmakeFeature
    cmakeOptionType
    enableFeature
    enableFeatureAs
    getName
    getVersion
    mesonBool
    mesonEnable
    mesonOption
    nameFromURL
    versionAtLeast
    versionOlder
    withFeature
    withFeatureAs
    ;

  inherit (part ./values.nix)
    fixedWidthNumber
    fixedWidthString
    floatToString
    isCoercibleToString
    isConvertibleWithToString
    isStorePath
    isStringLike
    toInt
    toIntBase10
    ;

  inherit (part ./distance.nix) levenshtein levenshteinAtMost;
}
