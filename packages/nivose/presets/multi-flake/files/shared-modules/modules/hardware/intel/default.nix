# Intel processors and their graphics: firmware, heat, and video that is decoded by the chip.
{
  config,
  lib,
  pkgs,
  ...
}:
let
  cfg = config.@namespace@.intel;
in
{
  options.@namespace@.intel.enable = lib.mkEnableOption "what Intel hardware needs";

  config = lib.mkIf cfg.enable {
    assertions = [
      {
        assertion = pkgs.stdenv.hostPlatform.isx86_64;
        message = "@namespace@.intel.enable is for x86_64-linux, and this station is ${pkgs.stdenv.hostPlatform.system}";
      }
    ];

    hardware = {
      enableRedistributableFirmware = true;
      graphics = {
        enable = true;
        extraPackages = [ pkgs.intel-media-driver ];
      };
    };

    environment.sessionVariables.LIBVA_DRIVER_NAME = "iHD";

    services.thermald.enable = true;
  };
}
