# A machine that nobody sits in front of: it is always on, updated from elsewhere, and must come back by itself.
{ config, lib, ... }:
let
  cfg = config.@ns@.profiles.server;
in
{
  options.@ns@.profiles.server.enable = lib.mkEnableOption "what every server has";

  config = lib.mkIf cfg.enable {
    @ns@ = {
      discovery.enable = lib.mkDefault true;
      security.rootLogin = lib.mkDefault true;
    };

    time.timeZone = lib.mkDefault "UTC";

    # Nobody is there to wake it, or to press a key.
    systemd = {
      enableEmergencyMode = lib.mkDefault false;
      targets = lib.genAttrs [
        "hibernate"
        "hybrid-sleep"
        "sleep"
        "suspend"
      ] (_: { enable = false; });
    };
    boot.kernel.sysctl = {
      "kernel.panic" = 30;
      "kernel.panic_on_oops" = 1;
    };

    services = {
      fail2ban.enable = lib.mkDefault true;
      fstrim.enable = lib.mkDefault true;
    };

    # No sound, no fonts, no graphics.
    fonts.fontconfig.enable = lib.mkDefault false;
    xdg = {
      autostart.enable = lib.mkDefault false;
      icons.enable = lib.mkDefault false;
      mime.enable = lib.mkDefault false;
      sounds.enable = lib.mkDefault false;
    };
  };
}
