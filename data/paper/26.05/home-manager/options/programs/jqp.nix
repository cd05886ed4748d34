{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.jqp;
}
