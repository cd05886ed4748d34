{
  config,
  lib,
  options,
  pkgs,
}:
{
  "config.:pleroma.\"Pleroma.Repo\"" = {
  adapter = (pkgs.formats.elixirConf { }).lib.mkRaw "Ecto.Adapters.Postgres";
  socket_dir = "/run/postgresql";
  username = config.services.akkoma.user;
  database = "akkoma";
};
  "config.:pleroma.\"Pleroma.Web.Endpoint\".url.host" = config.networking.fqdn;
  "config.:web_push_encryption.:vapid_details.subject" = "mailto:${config.services.akkoma.config.":pleroma".":instance".email}";
  "extraPackages" = with pkgs; [ exiftool ffmpeg-headless graphicsmagick-imagemagick-compat ];
  "frontends" = {
  primary = {
    package = pkgs.akkoma-frontends.akkoma-fe;
    name = "akkoma-fe";
    ref = "stable";
  };
  admin = {
    package = pkgs.akkoma-frontends.admin-fe;
    name = "admin-fe";
    ref = "stable";
  };
};
  "initDb.username" = config.services.postgresql.superUser;
  "nginx.locations.<name>.recommendedProxySettings" = name: config.services.nginx.recommendedProxySettings;
  "package" = pkgs.akkoma;
}
