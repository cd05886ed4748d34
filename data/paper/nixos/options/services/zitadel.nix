{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.zitadel;
}
