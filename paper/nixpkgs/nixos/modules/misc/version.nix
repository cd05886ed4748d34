# What is known of the version of the system, and `system.stateVersion`, which warns when nobody sets it.
{
  lib,
  config,
  options,
  ...
}:
let
  unknown = import ../../../declare/unknown.nix;
  cfg = config.system.nixos;
in
{
  options.system.stateVersion = lib.mkOption {
    type = lib.types.str;
    default = cfg.release;
    apply =
      version:
      lib.warnIf (options.system.stateVersion.highestPrio == (lib.mkOptionDefault { }).priority)
        "system.stateVersion is not set, defaulting to ${version}. Read why this matters on https://nixos.org/manual/nixos/stable/options.html#opt-system.stateVersion."
        version;
  };

  config.system.nixos = {
    version = lib.mkDefault (unknown "system.nixos.version");
    label = lib.mkDefault (unknown "system.nixos.label");
  };
}
