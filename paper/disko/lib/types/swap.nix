{
  config,
  device,
  diskoLib,
  lib,
  parent,
  ...
}:
let
  inherit (diskoLib) option required strings;
  inherit (lib) types;
in
{
  options = {
    type = required (types.enum [ "swap" ]) // diskoLib.internal;
    device = option types.str device;
    discardPolicy = option (types.nullOr (
      types.enum [
        "once"
        "pages"
        "both"
      ]
    )) null;
    extraArgs = strings [ ];
    mountOptions = option (types.listOf types.nonEmptyStr) [ "defaults" ];
    priority = option (types.nullOr types.int) null;
    randomEncryption = option types.bool false;
    resumeDevice = option types.bool false;
    _parent = diskoLib.derived parent;
    _config = diskoLib.derived [
      {
        boot.resumeDevice = lib.mkIf config.resumeDevice config.device;
        swapDevices = [
          {
            inherit (config) device discardPolicy priority;
            options = config.mountOptions;
            randomEncryption = {
              enable = config.randomEncryption;
              allowDiscards = config.discardPolicy != null;
            };
          }
        ];
      }
    ];
  };
}
