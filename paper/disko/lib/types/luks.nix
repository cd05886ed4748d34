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
  pathname = diskoLib.optionTypes.absolute-pathname;
in
{
  options = {
    type = required (types.enum [ "luks" ]) // diskoLib.internal;
    device = option types.str device;
    name = required types.str;
    keyFile = option (types.nullOr pathname) null;
    passwordFile = option (types.nullOr pathname) null;
    askPassword = option types.bool (
      config.keyFile == null && config.passwordFile == null && !(config.settings ? keyFile)
    );
    settings = option (types.attrsOf types.anything) { };
    additionalKeyFiles = option (types.listOf pathname) [ ];
    initrdUnlock = option types.bool true;
    extraFormatArgs = strings [ ];
    extraOpenArgs = strings [ ];
    content = diskoLib.deviceType {
      parent = config;
      device = "/dev/mapper/${config.name}";
    };
    _parent = diskoLib.derived parent;
    _config = diskoLib.derived (
      lib.optional config.initrdUnlock {
        boot.initrd.luks.devices.${config.name} = {
          inherit (config) device;
        }
        // config.settings;
      }
      ++ lib.optional (config.content != null) config.content._config
    );
  };
}
