{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.awscli2;
}
