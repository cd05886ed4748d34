{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.ruff;
}
