{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.step-ca;
}
