{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.google-java-format;
}
