{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.sing-box;
}
