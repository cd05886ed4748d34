{
  config,
  lib,
  options,
  pkgs,
}:
{
  "nameservers" = map (n: n + ":53") config.networking.nameservers;
  "package" = pkgs.skydns;
}
