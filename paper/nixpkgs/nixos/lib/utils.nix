# The module argument `utils`.
{
  lib,
  config,
  pkgs,
}:
let
  inherit (builtins)
    elem
    filter
    isAttrs
    isFloat
    isInt
    isList
    isPath
    isString
    replaceStrings
    toJSON
    ;
  inherit (lib) hasPrefix hasSuffix types;
  unknown = import ../../declare/unknown.nix;

  pathsNeededForBoot = [
    "/"
    "/nix"
    "/nix/store"
    "/var"
    "/var/log"
    "/var/lib"
    "/var/lib/nixos"
    "/etc"
    "/usr"
  ];

  asFolder = path: if hasSuffix "/" path then path else "${path}/";

  # Systemd writes a path with dashes for slashes, and whatever has a meaning to it as its code.
  escapeSystemdPath =
    path:
    let
      whole = lib.strings.normalizePath path;
      inner = if whole == "/" then whole else lib.removeSuffix "/" (lib.removePrefix "/" whole);
      coded = lib.strings.escapeC (lib.stringToCharacters " !\"#$%&'()*+,;<=>=@[\\]^`{|}~-") inner;
      first =
        if hasPrefix "." coded then lib.strings.escapeC [ "." ] "." + lib.removePrefix "." coded else coded;
    in
    replaceStrings [ "/" ] [ "-" ] first;

  # An argument of a command of a unit. Systemd would take `%` and `$` for something else.
  escapeSystemdExecArg =
    argument:
    let
      text =
        if isPath argument then
          "${argument}"
        else if isString argument then
          argument
        else if isInt argument || isFloat argument || lib.isDerivation argument then
          toString argument
        else
          throw "escapeSystemdExecArg only allows strings, paths, numbers and derivations";
    in
    replaceStrings [ "%" "$" ] [ "%%" "$$" ] (toJSON text);

  # What has an attribute, by its place as `jq` writes it.
  recursiveGetAttrsetWithJqPrefix =
    item: attribute:
    let
      quoted = name: ''"${replaceStrings [ "\"" "\\" ] [ "\\\"" "\\\\" ] name}"'';
      found =
        place: item:
        if isAttrs item && item ? ${attribute} then
          [ (lib.nameValuePair place item) ]
        else if lib.isDerivation item then
          [ ]
        else if isAttrs item then
          lib.concatMap (name: found "${place}.${quoted name}" item.${name}) (builtins.attrNames item)
        else if isList item then
          lib.concatLists (lib.imap0 (nr: found "${place}[${toString nr}]") item)
        else
          [ ];
    in
    lib.listToAttrs (found "" item);
in
{
  inherit
    pathsNeededForBoot
    escapeSystemdPath
    escapeSystemdExecArg
    recursiveGetAttrsetWithJqPrefix
    ;

  escapeSystemdExecArgs = lib.concatMapStringsSep " " escapeSystemdExecArg;

  recursiveGetAttrWithJqPrefix =
    item: attribute:
    builtins.mapAttrs (_: found: found.${attribute}) (recursiveGetAttrsetWithJqPrefix item attribute);

  copyFile =
    file: pkgs.runCommand (builtins.unsafeDiscardStringContext (baseNameOf file)) { } "cp ${file} $out";

  fsNeededForBoot =
    fileSystem: fileSystem.neededForBoot || elem fileSystem.mountPoint pathsNeededForBoot;

  # Whether one file system has to be mounted before another.
  fsBefore =
    first: second:
    let
      place = asFolder first.mountPoint;
    in
    hasPrefix place (asFolder (toString second.device))
    || hasPrefix place (asFolder second.mountPoint)
    || lib.any (path: hasPrefix place (asFolder path)) second.depends;

  toShellPath =
    shell:
    if types.shellPackage.check shell then
      "/run/current-system/sw${shell.shellPath}"
    else if types.package.check shell then
      throw "${shell} is not a shell package"
    else
      shell;

  # Names of packages are not known on paper.
  removePackagesByName =
    packages: removed:
    if removed == [ ] then packages else filter (package: !(elem package removed)) packages;

  genJqSecretsReplacementSnippet = _: _: unknown "utils.genJqSecretsReplacementSnippet";
  genJqSecretsReplacementSnippet' =
    _: _: _:
    unknown "utils.genJqSecretsReplacementSnippet'";
  systemdUtils = {
    lib = unknown "utils.systemdUtils.lib";
    unitOptions = unknown "utils.systemdUtils.unitOptions";
    types = unknown "utils.systemdUtils.types";
    network = unknown "utils.systemdUtils.network";
  };
}
