{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.xmrig;
}
