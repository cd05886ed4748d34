{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.hedgedoc;
  "settings.allowOrigin" = with config.services.hedgedoc.settings; [ host ] ++ lib.optionals (domain != null) [ domain ];
}
