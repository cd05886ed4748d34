{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.unison;
  "pairs.<name>.commandOptions" = name: {
  repeat = "watch";
  sshcmd = "${pkgs.openssh}/bin/ssh";
  ui = "text";
  auto = "true";
  batch = "true";
  log = "false"; # don't log to file, handled by systemd
};
}
