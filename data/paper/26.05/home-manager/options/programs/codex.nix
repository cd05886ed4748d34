{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.codex;
}
