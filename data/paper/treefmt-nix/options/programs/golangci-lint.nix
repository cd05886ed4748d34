{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.golangci-lint;
}
