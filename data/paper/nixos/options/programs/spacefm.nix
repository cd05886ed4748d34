{
  config,
  lib,
  options,
  pkgs,
}:
{
  "settings" = {
  tmp_dir = "/tmp";
  terminal_su = "${pkgs.sudo}/bin/sudo";
};
}
