# Games: Steam, and a system that gets out of their way.
{
  config,
  lib,
  pkgs,
  ...
}:
let
  cfg = config.@ns@.gaming;
in
{
  options.@ns@.gaming = {
    enable = lib.mkEnableOption "games";
    session = lib.mkEnableOption "a session at the login screen that is nothing but Steam, as on a console";
  };

  config = lib.mkIf cfg.enable (
    lib.mkMerge [
      {
        hardware.graphics.enable = true;

        programs = {
          # While a game runs, it comes first: its priority, the governor of the processor, no screen saver.
          gamemode.enable = true;
          gamescope = {
            enable = true;
            capSysNice = true;
          };
        };
        users.users = lib.mapAttrs (_: _: { extraGroups = [ "gamemode" ]; }) config.@ns@.accounts;

        boot = {
          # Some games map more memory than the usual limit allows; this is the value of SteamOS.
          kernel.sysctl."vm.max_map_count" = 2147483642;
          # Tuned for answering quickly rather than for throughput. ZFS is not ready for kernels that are this new.
          kernelPackages = lib.mkIf (!(config.boot.supportedFilesystems.zfs or false)) pkgs.linuxPackages_zen;
        };

        # Pressed-out memory is better than a stall at the disk.
        zramSwap.enable = true;

        environment.systemPackages = [
          pkgs.mangohud
          pkgs.vulkan-tools
        ];
      }

      # Steam exists for this processor only.
      (lib.mkIf pkgs.stdenv.hostPlatform.isx86_64 {
        hardware = {
          graphics.enable32Bit = true;
          steam-hardware.enable = true;
        };
        programs.steam = {
          enable = true;
          localNetworkGameTransfers.openFirewall = true;
          gamescopeSession.enable = cfg.session;
        };
        services.pipewire.alsa.support32Bit = true;
        environment.systemPackages = [ pkgs.protonup-qt ];
        @ns@.unfree = [
          "steam"
          "steam-original"
          "steam-run"
          "steam-unwrapped"
        ];
      })
    ]
  );
}
