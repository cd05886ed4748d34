{
  config,
  lib,
  options,
  pkgs,
}:
{
  "hostname" = config.networking.fqdnOrHostName;
  "mail.incoming.mailReceiverPackage" = pkgs.discourse-mail-receiver;
  "mail.incoming.replyEmailAddress" = "%{reply_key}@${config.services.discourse.hostname}";
  "mail.notificationEmailAddress" = "${if config.services.discourse.mail.incoming.enable then "notifications" else "noreply"}@${config.services.discourse.hostname}";
  "mail.outgoing.domain" = config.services.discourse.hostname;
  "package" = pkgs.discourse;
  "redis.useSSL" = config.services.discourse.redis.host != "localhost";
}
