{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.tmux;
  "tmuxinator.package" = pkgs.tmuxinator;
}
