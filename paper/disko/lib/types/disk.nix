{
  config,
  diskoLib,
  lib,
  ...
}:
let
  inherit (diskoLib) option required;
  inherit (lib) types;
in
{
  options = {
    name = option types.str (lib.replaceStrings [ "/" ] [ "_" ] config._module.args.name);
    type = option (types.enum [ "disk" ]) "disk" // diskoLib.internal;
    device = required diskoLib.optionTypes.absolute-pathname;
    destroy = option types.bool true;
    imageName = option types.str config.name;
    imageSize = option (types.strMatching "[0-9]+[KMGTP]?") "2G";
    content = diskoLib.deviceType {
      parent = config;
      inherit (config) device;
    };
    _config = diskoLib.derived (lib.optional (config.content != null) config.content._config);
  };
}
