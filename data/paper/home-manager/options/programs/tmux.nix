{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.tmux;
}
