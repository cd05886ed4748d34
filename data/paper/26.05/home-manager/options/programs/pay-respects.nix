{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.pay-respects;
}
