# Names and versions of packages, and the flags of the programs that configure their builds.
{ lib }:
let
  inherit (builtins)
    compareVersions
    isBool
    isString
    parseDrvName
    ;
  inherit (lib) boolToString optionalString;

  partOfName =
    part: attribute: package:
    if isString package then
      (parseDrvName package).${part}
    else
      package.${attribute} or (parseDrvName package.name).${part};
in
rec {
  versionOlder = version: other: compareVersions other version == 1;
  versionAtLeast = version: other: compareVersions other version != 1;

  getName = partOfName "name" "pname";
  getVersion = partOfName "version" "version";

  nameFromURL =
    url: end:
    let
      file = lib.last (lib.splitString "/" url);
      name = builtins.head (lib.splitString end file);
    in
    assert name != file;
    name;

  cmakeOptionType =
    type: name: value:
    let
      kind = lib.toUpper type;
    in
    assert builtins.elem kind [
      "BOOL"
      "FILEPATH"
      "PATH"
      "STRING"
      "INTERNAL"
    ];
    assert isString name && isString value;
    "-D${name}:${kind}=${value}";

  cmakeBool =
    name: flag:
    assert isString name && isBool flag;
    cmakeOptionType "bool" name (lib.toUpper (boolToString flag));

  cmakeFeature = cmakeOptionType "string";

  mesonOption =
    name: value:
    assert isString name && isString value;
    "-D${name}=${value}";

  mesonBool =
    name: flag:
    assert isString name && isBool flag;
    mesonOption name (boolToString flag);

  mesonEnable =
    name: flag:
    assert isString name && isBool flag;
    mesonOption name (if flag then "enabled" else "disabled");

  enableFeature =
    flag: name:
    assert isBool flag && isString name;
    "--${if flag then "enable" else "disable"}-${name}";

  withFeature =
    flag: name:
    assert isString name;
    "--${if flag then "with" else "without"}-${name}";

  enableFeatureAs =
    flag: name: value:
    enableFeature flag name + optionalString flag "=${value}";

  withFeatureAs =
    flag: name: value:
    withFeature flag name + optionalString flag "=${value}";
}
