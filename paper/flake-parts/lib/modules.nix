# Makes modules.
{
  lib,
  flake-parts-lib,
  extras,
}:
{
  # An option of every system that is an output of the flake, too: `perSystem.NAME` becomes `flake.NAME.SYSTEM`.
  mkTransposedPerSystemModule =
    {
      name,
      option,
      file,
    }:
    {
      _file = file;
      config.transposition.${name} = { };
      options.perSystem = flake-parts-lib.mkPerSystemOption {
        _file = file;
        options.${name} = option;
      };
      options.flake.${name} = lib.mkOption {
        type = flake-parts-lib.attrsWith {
          elemType = option.type;
          lazy = true;
          placeholder = "system";
        };
        default = { };
        description = "What {option}`perSystem.${name}` is for each system.";
      };
    };

  # The option `from` reads and defines the option `to`.
  mkAliasOptionModule =
    from: to:
    { config, options, ... }:
    let
      missing = abort "Renaming error: option `${lib.showOption to}' does not exist.";
      target = lib.attrByPath to { } options;
      type = target.type or (lib.types.submodule { });
    in
    {
      options = lib.setAttrByPath from (
        lib.mkOption (
          {
            visible = true;
            description = "Alias of {option}`${lib.showOption to}`.";
            apply = _: lib.attrByPath to missing config;
          }
          // lib.optionalAttrs (type != null) { inherit type; }
        )
      );
      config = lib.modules.mkAliasAndWrapDefsWithPriority (lib.setAttrByPath to) (
        lib.getAttrFromPath from options
      );
    };

  # A file that is a function to a module, called; messages name the file.
  importApply = file: arguments: lib.setDefaultModuleLocation file (import file arguments);

  importAndPublish = name: module: _: {
    _class = "flake";
    imports = [
      module
      extras.modules
    ];
    flake.modules.flake.${name} = module;
  };
}
