{
  config,
  lib,
  options,
  pkgs,
}:
{
  "instances.<name>.package" = name: pkgs.vault;
}
