{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.uv;
}
