{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.w3m;
}
