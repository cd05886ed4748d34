{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.proxychains;
}
