# What a file system gets if nothing else is said, and what NixOS refuses.
{ lib, config, ... }:
let
  inherit (lib) mkDefault mkIf;

  special = [
    "proc"
    "sysfs"
    "tmpfs"
    "ramfs"
    "devtmpfs"
    "devpts"
  ];

  fileSystem =
    { name, config, ... }:
    {
      config = {
        mountPoint = mkDefault name;
        device = mkIf (builtins.elem config.fsType special) (mkDefault config.fsType);
      };
    };

  # Modules that are not on paper may define file systems.
  mayHaveMore = config._module.opaque or [ ] != [ ];
in
{
  options.fileSystems = lib.mkOption {
    type = lib.types.attrsOf (lib.types.submodule fileSystem);
  };

  config.assertions = [
    {
      assertion =
        config.boot.initrd.enable && !config.boot.initrd.systemd.enable && !mayHaveMore
        -> builtins.any (fileSystem: fileSystem.mountPoint == "/") (builtins.attrValues config.fileSystems);
      message = "The ‘fileSystems’ option does not specify your root file system.";
    }
  ];
}
