# What Nix does on NixOS besides what `common/nix.nix` says.
{ lib, ... }:
{
  nix = {
    gc.dates = "weekly";
    # Flakes name their inputs; channels would be a second answer to the same question.
    channel.enable = false;
    # Builds give way to whoever works at the machine, or asks it for something.
    daemonCPUSchedPolicy = lib.mkDefault "batch";
    daemonIOSchedClass = lib.mkDefault "idle";
  };
}
