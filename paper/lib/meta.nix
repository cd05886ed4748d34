# What is said about packages.
{ lib }:
let
  inherit (builtins)
    all
    any
    isString
    match
    typeOf
    ;
  inherit (lib) assertMsg mapAttrs;
in
rec {
  addMetaAttrs = changes: package: package // { meta = package.meta or { } // changes; };
  dontDistribute = addMetaAttrs { hydraPlatforms = [ ]; };

  setName = name: package: package // { inherit name; };
  updateName = change: package: setName (change package.name) package;
  appendToName =
    suffix:
    updateName (
      whole:
      let
        inherit (builtins.parseDrvName whole) name version;
      in
      "${name}-${suffix}-${version}"
    );

  mapDerivationAttrset =
    change: mapAttrs (_: value: if lib.isDerivation value then change value else value);

  defaultPriority = 5;
  setPrio = priority: addMetaAttrs { inherit priority; };
  lowPrio = setPrio 10;
  hiPrio = setPrio (-10);
  lowPrioSet = mapDerivationAttrset lowPrio;
  hiPrioSet = mapDerivationAttrset hiPrio;

  # A pattern is the name of a system, or a set to be found in the platform or in its parsed form.
  platformMatch =
    platform: pattern:
    if isString pattern then
      platform ? system && platform.system == pattern
    else
      lib.matchAttrs (if pattern ? parsed then pattern else { parsed = pattern; }) platform;

  availableOn =
    platform: package:
    let
      matches = any (platformMatch platform);
    in
    (!(package ? meta.platforms) || matches package.meta.platforms)
    && !matches (package.meta.badPlatforms or [ ]);

  licensesSpdx = lib.mapAttrs' (_: license: lib.nameValuePair license.spdxId license) (
    lib.filterAttrs (_: license: license ? spdxId) lib.licenses
  );

  getLicenseFromSpdxIdOr =
    let
      byId = lib.mapAttrs' (id: lib.nameValuePair (lib.toLower id)) licensesSpdx;
    in
    id: default: byId.${lib.toLower id} or default;

  getLicenseFromSpdxId =
    id:
    getLicenseFromSpdxIdOr id (
      lib.warn "getLicenseFromSpdxId: No license matches the given SPDX ID: ${id}" { shortName = id; }
    );

  getExe =
    package:
    let
      shown = lib.strings.escapeNixIdentifier (package.meta.name or package.pname or package.name);
      guessed = lib.warn (
        "getExe: Package ${shown} does not have the meta.mainProgram attribute. "
        + "We'll assume that the main program has the same name for now, but this behavior is deprecated, because it leads to "
        + "surprising errors when the assumption does not hold. If the package has a main program, please set "
        + "`meta.mainProgram` in its definition to make this warning go away. Otherwise, if the package does not have a main "
        + "program, or if you don't control its definition, use getExe' to specify the name to the program, such as "
        + "lib.getExe' foo \"bar\"."
      ) (lib.getName package);
    in
    getExe' package (package.meta.mainProgram or guessed);

  getExe' =
    package: program:
    assert assertMsg (lib.isDerivation package)
      "lib.meta.getExe': The first argument is of type ${typeOf package}, but it should be a derivation instead.";
    assert assertMsg (isString program)
      "lib.meta.getExe': The second argument is of type ${typeOf program}, but it should be a string instead.";
    assert assertMsg (match ".*/.*" program == null)
      "lib.meta.getExe': The second argument \"${program}\" is a nested path with a \"/\" character, but it should just be the name of the executable instead.";
    "${lib.getBin package}/bin/${program}";
}
