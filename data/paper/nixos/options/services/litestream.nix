{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.litestream;
}
