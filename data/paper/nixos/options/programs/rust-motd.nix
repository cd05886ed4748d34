{
  config,
  lib,
  options,
  pkgs,
}:
{
  "order" = let cfg = config.programs.rust-motd; inherit (lib) attrNames; in
attrNames cfg.settings;
}
