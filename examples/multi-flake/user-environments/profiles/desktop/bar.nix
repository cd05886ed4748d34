# The bar at the top.
{
  programs.waybar = {
    enable = true;
    systemd.enable = true;
    settings.main = {
      layer = "top";
      modules-left = [ "hyprland/workspaces" ];
      modules-center = [ "hyprland/window" ];
      modules-right = [
        "pulseaudio"
        "network"
        "battery"
        "clock"
        "tray"
      ];
      clock.format = "{:%a %d %b  %H:%M}";
      battery.format = "{capacity} %";
    };
  };
}
