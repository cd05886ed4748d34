{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = "${pkgs.mycelium}";
}
