{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.buf;
}
