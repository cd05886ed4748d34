{
  config,
  lib,
  options,
  pkgs,
}:
{
  "<name>.package" = name: pkgs.simplesamlphp;
}
