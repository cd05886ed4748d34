# Nix on Linux.
{ lib, ... }:
{
  nix = {
    settings.trusted-users = [ "@wheel" ];
    gc.dates = lib.mkDefault "weekly";
    # A build must not make name servers slow.
    daemonCPUSchedPolicy = lib.mkDefault "batch";
    daemonIOSchedClass = lib.mkDefault "idle";
  };
}
