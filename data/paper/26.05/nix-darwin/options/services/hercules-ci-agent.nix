{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.hercules-ci-agent;
  "settings.labels" = {
  agent.source = "..."; # One of "nixpkgs", "flake", "override"
  lib.version = "...";
  pkgs.version = "...";
};
}
