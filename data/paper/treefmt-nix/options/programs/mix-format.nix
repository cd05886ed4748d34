{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.elixir;
}
