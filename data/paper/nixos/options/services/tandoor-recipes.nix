{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.tandoor-recipes;
}
