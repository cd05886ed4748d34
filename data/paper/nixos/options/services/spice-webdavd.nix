{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.phodav;
}
