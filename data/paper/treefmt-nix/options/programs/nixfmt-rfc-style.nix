{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.nixfmt-rfc-style;
}
