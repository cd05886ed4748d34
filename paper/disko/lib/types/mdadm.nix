{
  config,
  diskoLib,
  lib,
  ...
}:
let
  inherit (diskoLib) option strings;
  inherit (lib) types;
in
{
  options = {
    name = option types.str config._module.args.name;
    type = option (types.enum [ "mdadm" ]) "mdadm" // diskoLib.internal;
    level = option types.int 1;
    metadata = option (types.enum [
      "1"
      "1.0"
      "1.1"
      "1.2"
      "default"
      "ddf"
      "imsm"
    ]) "default";
    content = diskoLib.deviceType {
      parent = config;
      device = "/dev/md/${config.name}";
    };
    extraArgs = strings [ ];
    _config = diskoLib.derived (
      [ { boot.swraid.enable = true; } ] ++ lib.optional (config.content != null) config.content._config
    );
  };
}
