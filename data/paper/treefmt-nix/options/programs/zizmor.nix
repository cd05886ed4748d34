{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.zizmor;
}
