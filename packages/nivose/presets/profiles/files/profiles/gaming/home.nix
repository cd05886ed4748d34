{
  config,
  lib,
  pkgs,
  ...
}:
let
  cfg = config.@ns@.profiles.gaming;
in
{
  options.@ns@.profiles.gaming.enable = lib.mkEnableOption "what everybody has on a machine for games";

  config = lib.mkIf cfg.enable {
    # How many frames a game shows: Shift_R+F12 hides and shows it.
    programs.mangohud = lib.mkIf pkgs.stdenv.hostPlatform.isLinux {
      enable = true;
      settings = {
        cpu_stats = true;
        frame_timing = true;
        gpu_stats = true;
        no_display = true;
      };
    };
  };
}
