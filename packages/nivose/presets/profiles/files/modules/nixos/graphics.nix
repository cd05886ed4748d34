# The graphics card. Mesa drives those of AMD and Intel without anything further; NVIDIA has a driver of its own.
{
  config,
  lib,
  pkgs,
  ...
}:
let
  cfg = config.@ns@.graphics;
in
{
  options.@ns@.graphics = {
    vendor = lib.mkOption {
      type = lib.types.nullOr (
        lib.types.enum [
          "amd"
          "intel"
          "nvidia"
        ]
      );
      default = null;
      description = "Who made the graphics card; null leaves everything to the defaults of NixOS.";
    };
    nvidiaOpen = lib.mkOption {
      type = lib.types.bool;
      default = true;
      description = "Whether to use NVIDIA's open kernel modules. Cards older than the GTX 16 and RTX 20 need the closed ones.";
    };
  };

  config = lib.mkMerge [
    (lib.mkIf (cfg.vendor != null) { hardware.graphics.enable = true; })

    (lib.mkIf (cfg.vendor == "amd") {
      # The screen has its resolution from the first message on, and early errors can be read.
      hardware.amdgpu.initrd.enable = true;
    })

    (lib.mkIf (cfg.vendor == "intel") {
      # Films are decoded by the card.
      hardware.graphics.extraPackages = [ pkgs.intel-media-driver ];
    })

    (lib.mkIf (cfg.vendor == "nvidia") {
      services.xserver.videoDrivers = [ "nvidia" ];
      hardware.nvidia = {
        open = cfg.nvidiaOpen;
        # Wayland needs it; without `powerManagement` the screen can be broken after sleep.
        modesetting.enable = true;
        powerManagement.enable = true;
      };
      @ns@.unfree = [
        "nvidia-settings"
        "nvidia-x11"
      ];
    })
  ];
}
