{
  config,
  lib,
  options,
  pkgs,
}:
{
  "settings.policy_directory" = "${pkgs.biboumi}/etc/biboumi";
}
