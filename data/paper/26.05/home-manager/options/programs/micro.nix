{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.micro;
}
