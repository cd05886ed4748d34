# Hyprland: keys, workspaces, and what starts with the session.
{ lib, pkgs, ... }:
let
  workspaces = lib.range 1 9;

  keysOf =
    number:
    let
      key = toString number;
    in
    [
      "$mod, ${key}, workspace, ${key}"
      "$mod SHIFT, ${key}, movetoworkspace, ${key}"
    ];
in
{
  home.packages = [
    pkgs.brightnessctl
    pkgs.grim
    pkgs.playerctl
    pkgs.slurp
  ];

  wayland.windowManager.hyprland = {
    enable = true;
    configType = "hyprlang";
    settings = {
      "$mod" = "SUPER";

      monitor = ", preferred, auto, 1";

      general = {
        gaps_in = 4;
        gaps_out = 8;
        border_size = 2;
      };

      decoration.rounding = 6;

      input = {
        kb_layout = "us";
        touchpad.natural_scroll = true;
      };

      bind = [
        "$mod, Return, exec, kitty"
        "$mod, D, exec, fuzzel"
        "$mod, E, exec, nautilus"
        "$mod, L, exec, hyprlock"
        "$mod, Q, killactive"
        "$mod, F, fullscreen"
        "$mod, Space, togglefloating"
        "$mod, left, movefocus, l"
        "$mod, right, movefocus, r"
        "$mod, up, movefocus, u"
        "$mod, down, movefocus, d"
        "$mod SHIFT, M, exit"
        '', Print, exec, grim -g "$(slurp)" - | wl-copy''
        ", XF86AudioPlay, exec, playerctl play-pause"
      ]
      ++ lib.concatMap keysOf workspaces;

      # Repeated while the key is held.
      binde = [
        ", XF86AudioRaiseVolume, exec, wpctl set-volume @DEFAULT_AUDIO_SINK@ 5%+"
        ", XF86AudioLowerVolume, exec, wpctl set-volume @DEFAULT_AUDIO_SINK@ 5%-"
        ", XF86MonBrightnessUp, exec, brightnessctl set 5%+"
        ", XF86MonBrightnessDown, exec, brightnessctl set 5%-"
      ];

      bindm = [
        "$mod, mouse:272, movewindow"
        "$mod, mouse:273, resizewindow"
      ];
    };
  };
}
