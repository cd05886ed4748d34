{
  config,
  lib,
  options,
  pkgs,
}:
{
  "seyren.graphiteUrl" = "http://${config.services.graphite.web.listenAddress}:${toString config.services.graphite.web.port}";
  "seyren.mongoUrl" = "mongodb://${config.services.mongodb.bind_ip}:27017/seyren";
  "seyren.seyrenUrl" = "http://localhost:${toString config.services.graphite.seyren.port}/";
}
