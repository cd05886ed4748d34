{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.typesense;
}
