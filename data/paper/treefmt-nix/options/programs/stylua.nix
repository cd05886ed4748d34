{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.stylua;
}
