{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.ocamlformat;
}
