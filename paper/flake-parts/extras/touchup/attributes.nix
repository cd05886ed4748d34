# What is done with the attributes of a set: by name, for any of them, and with the set as a whole.
{
  config,
  lib,
  options,
  ...
}:
let
  inherit (lib) mkOption types;

  ofOne = types.deferredModuleWith { staticModules = [ ./attribute.nix ]; };

  evaluated =
    name:
    (lib.evalModules {
      prefix = lib.init options.attr.loc;
      specialArgs.attrName = name;
      modules = [
        (config.attr.${name} or ./attribute.nix)
        (if config.any == null then { } else config.any)
      ];
    }).config;

  touch =
    name: value:
    let
      given = evaluated name;
      enabled = builtins.addErrorContext "while figuring out whether to enable '${name}'" given.enable;
    in
    lib.optionalAttrs enabled {
      ${name} = builtins.addErrorContext "while touching up attribute '${name}'" (
        given.touchupApply value
      );
    };

  untouched = config.attr == { } && config.any == null;
in
{
  options = {
    attr = mkOption {
      type = types.lazyAttrsOf ofOne;
      default = { };
    };
    any = mkOption {
      type = types.nullOr ofOne;
      default = null;
    };
    type = mkOption {
      type = types.raw;
      default = types.raw;
    };
    finish = mkOption {
      type = types.functionTo config.type;
      default = value: value;
    };
    touchupApply = mkOption {
      type = types.functionTo types.raw;
      internal = true;
      readOnly = true;
    };
  };

  config.touchupApply =
    value: config.finish (if untouched then value else lib.concatMapAttrs touch value);
}
