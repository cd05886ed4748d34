{
  config,
  lib,
  options,
  pkgs,
}:
{
  "enable" = !(config.environment.etc ? "resolv.conf");
  "package" = pkgs.openresolv;
}
