{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.deno;
}
