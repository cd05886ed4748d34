{
  config,
  lib,
  options,
  pkgs,
}:
{
  "SOCKSPort" = if config.services.tor.settings.HiddenServiceNonAnonymousMode == true
then [ { port = 0; } ]
else [ ];
}
