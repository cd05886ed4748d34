{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.knot-resolver;
}
