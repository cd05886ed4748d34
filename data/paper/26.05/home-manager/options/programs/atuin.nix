{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.atuin;
}
