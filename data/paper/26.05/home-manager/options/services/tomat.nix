{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.tomat;
}
