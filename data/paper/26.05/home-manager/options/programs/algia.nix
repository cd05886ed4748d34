{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.algia;
}
