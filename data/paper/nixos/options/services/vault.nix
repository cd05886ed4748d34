{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.vault;
}
