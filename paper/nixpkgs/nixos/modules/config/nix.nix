{ lib, config, ... }:
{
  config = lib.mkIf config.nix.enable {
    nix.nrBuildUsers = lib.mkDefault (
      if config.nix.settings.auto-allocate-uids or false then
        0
      else
        lib.max 32 (
          if config.nix.settings.max-jobs or "auto" == "auto" then 0 else config.nix.settings.max-jobs
        )
    );
    nix.settings = {
      trusted-public-keys = [ "cache.nixos.org-1:6NCHdD59X431o0gWypbMrAURkbJ16ZPMQFGspcDShjY=" ];
      trusted-users = [ "root" ];
      substituters = lib.mkAfter [ "https://cache.nixos.org/" ];
      system-features = lib.mkDefault [
        "nixos-test"
        "benchmark"
        "big-parallel"
        "kvm"
      ];
    };
  };
}
