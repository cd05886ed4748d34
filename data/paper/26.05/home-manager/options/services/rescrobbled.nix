{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.rescrobbled;
}
