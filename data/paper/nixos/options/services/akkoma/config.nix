{
  config,
  lib,
  options,
  pkgs,
}:
{
  ":pleroma.\"Pleroma.Repo\"" = {
  adapter = (pkgs.formats.elixirConf { }).lib.mkRaw "Ecto.Adapters.Postgres";
  socket_dir = "/run/postgresql";
  username = config.services.akkoma.user;
  database = "akkoma";
};
  ":pleroma.\"Pleroma.Web.Endpoint\".url.host" = config.networking.fqdn;
  ":web_push_encryption.:vapid_details.subject" = "mailto:${config.services.akkoma.config.":pleroma".":instance".email}";
}
