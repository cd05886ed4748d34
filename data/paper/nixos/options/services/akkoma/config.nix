{
  config,
  lib,
  options,
  pkgs,
}:
{
  ":pleroma.:frontends" = lib.mapAttrs (key: val:
  (pkgs.formats.elixirConf { }).lib.mkMap { name = val.name; ref = val.ref; })
  config.services.akkoma.frontends;
  ":pleroma.:media_proxy.base_url" = if lib.versionOlder config.system.stateVersion "24.05"
then "$\{httpConf.scheme}://$\{httpConf.host}:$\{builtins.toString httpConf.port}"
else null;
  ":pleroma.\"Pleroma.Repo\"" = {
  adapter = (pkgs.formats.elixirConf { }).lib.mkRaw "Ecto.Adapters.Postgres";
  socket_dir = "/run/postgresql";
  username = config.services.akkoma.user;
  database = "akkoma";
};
  ":pleroma.\"Pleroma.Upload\".base_url" = if lib.versionOlder config.system.stateVersion "24.05"
then "$\{httpConf.scheme}://$\{httpConf.host}:$\{builtins.toString httpConf.port}/media/"
else null;
  ":pleroma.\"Pleroma.Web.Endpoint\".url.host" = config.networking.fqdn;
  ":web_push_encryption.:vapid_details.subject" = "mailto:${config.services.akkoma.config.":pleroma".":instance".email}";
}
