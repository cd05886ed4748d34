# Films and music of the house, by Jellyfin.
{ config, lib, ... }:
let
  cfg = config.@ns@.services.media;
in
{
  options.@ns@.services.media.enable = lib.mkEnableOption "films and music";

  config = lib.mkIf cfg.enable {
    services.jellyfin.enable = true;

    # It may use the graphics card to convert films.
    users.users.jellyfin.extraGroups = [
      "render"
      "video"
    ];

    @ns@.services.proxy.sites.media = 8096;
  };
}
