{
  config,
  lib,
  options,
  pkgs,
}:
{
  "darwinConfig" = if config.nixpkgs.flake.setNixPath then
  # Don’t set this for flake‐based systems.
  null
else if config.system.stateVersion >= 6 then
  "/etc/nix-darwin/configuration.nix"
else
  "${config.system.primaryUserHome}/.nixpkgs/darwin-configuration.nix";
  "etc.<name>.target" = name: "${name}";
  "launchAgents.<name>.target" = name: "${name}";
  "launchDaemons.<name>.target" = name: "${name}";
  "userLaunchAgents.<name>.target" = name: "${name}";
}
