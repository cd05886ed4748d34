{
  config,
  lib,
  options,
  pkgs,
}:
{
  "ipaHostname" = let inherit (config) networking; inherit (config) security; in
if config.networking.domain != null then config.networking.fqdn
else "${networking.hostName}.${security.ipa.domain}";
}
