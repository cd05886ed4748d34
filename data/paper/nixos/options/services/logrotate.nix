{
  config,
  lib,
  options,
  pkgs,
}:
{
  "enable" = let cfg = config.services.logrotate; in
cfg.settings != {};
}
