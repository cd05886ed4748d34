{
  config,
  lib,
  options,
  pkgs,
}:
{
  "terminal-exec.package" = pkgs.xdg-terminal-exec;
}
