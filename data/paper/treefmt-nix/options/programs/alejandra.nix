{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.alejandra;
}
