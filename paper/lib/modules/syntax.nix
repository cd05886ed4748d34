# The ways in which a module can be written.
{ lib }:
let
  inherit (builtins)
    attrNames
    head
    isAttrs
    removeAttrs
    ;
  inherit (lib.modules) mkMerge;

  about = [
    "_class"
    "_file"
    "key"
    "disabledModules"
    "imports"
    "freeformType"
  ];
  aboutOfShort = about ++ [ "require" ];
  aboutOfLong = about ++ [
    "options"
    "config"
    "meta"
  ];

  withFreeformType =
    module: config:
    if module ? freeformType then
      mkMerge [
        config
        { _module = { inherit (module) freeformType; }; }
      ]
    else
      config;

  configOfLong =
    module:
    let
      config = module.config or { };
    in
    withFreeformType module (
      if module ? meta then
        mkMerge [
          config
          { inherit (module) meta; }
        ]
      else
        config
    );

  setDefaultModuleLocation = file: module: {
    _file = file;
    imports = [ module ];
  };
in
{
  inherit setDefaultModuleLocation;

  # The same attributes for all of them, whatever is written out.
  unifyModuleSyntax =
    file: key: module:
    let
      isLong = module ? config || module ? options;
      misplaced = attrNames (removeAttrs module aboutOfLong);
    in
    if isLong && misplaced != [ ] then
      throw "Module `${key}' has an unsupported attribute `${head misplaced}'. This is caused by introducing a top-level `config' or `options' attribute. Add configuration attributes immediately on the top level instead, or move all of them (namely: ${toString misplaced}) into the explicit `config' attribute."
    else if !isAttrs module then
      throw "module ${file} (${key}) does not look like a module."
    else
      {
        _file = toString module._file or file;
        _class = module._class or null;
        key = toString module.key or key;
        disabledModules = module.disabledModules or [ ];
        imports = if isLong then module.imports or [ ] else module.require or [ ] ++ module.imports or [ ];
        options = if isLong then module.options or { } else { };
        config =
          if isLong then configOfLong module else withFreeformType module (removeAttrs module aboutOfShort);
      };

  # A file with a function of something that modules are not given, and then a module.
  importApply = file: argument: setDefaultModuleLocation file (import file argument);

  importJSON = file: {
    _file = file;
    config = lib.importJSON file;
  };

  importTOML = file: {
    _file = file;
    config = lib.importTOML file;
  };
}
