# Films and music of the house, by Jellyfin.
{ config, lib, ... }:
let
  cfg = config.systems.services.media;
in
{
  options.systems.services.media.enable = lib.mkEnableOption "films and music";

  config = lib.mkIf cfg.enable {
    services.jellyfin.enable = true;

    # It may use the graphics card to convert films.
    users.users.jellyfin.extraGroups = [
      "render"
      "video"
    ];

    systems.services.proxy.sites.media = 8096;
  };
}
