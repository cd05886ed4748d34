{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.prismlauncher;
}
