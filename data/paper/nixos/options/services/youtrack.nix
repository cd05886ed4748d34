{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.youtrack;
}
