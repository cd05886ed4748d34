{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.nixfmt-classic;
}
