{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.comodoro;
}
