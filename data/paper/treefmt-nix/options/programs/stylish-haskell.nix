{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.stylish-haskell;
}
