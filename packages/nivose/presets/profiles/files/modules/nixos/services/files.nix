# Shared folders of the house, for every system that speaks SMB. An account needs a password of its own: `smbpasswd -a NAME`.
{ config, lib, ... }:
let
  cfg = config.@ns@.services.files;
in
{
  options.@ns@.services.files = {
    enable = lib.mkEnableOption "shared folders";
    folder = lib.mkOption {
      type = lib.types.str;
      default = "/srv/files";
      description = "The folder that is shared.";
    };
  };

  config = lib.mkIf cfg.enable {
    services.samba = {
      enable = true;
      openFirewall = true;
      settings = {
        global = {
          "server min protocol" = "SMB3";
          "map to guest" = "never";
        };
        files = {
          path = cfg.folder;
          "read only" = "no";
          "valid users" = "@users";
          "force group" = "users";
          "create mask" = "0664";
          "directory mask" = "2775";
        };
      };
    };

    systemd.tmpfiles.rules = [ "d ${cfg.folder} 2775 root users -" ];

    @ns@.backup.paths = [ cfg.folder ];
  };
}
