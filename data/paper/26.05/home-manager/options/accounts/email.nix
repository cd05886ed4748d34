{
  config,
  lib,
  options,
  pkgs,
}:
{
  "accounts.<name>.alot.contactCompletion" = name: {
  type = "shellcommand";
  command = "'${pkgs.notmuch}/bin/notmuch address --format=json --output=recipients  date:6M..'";
  regexp =
  "'\\[?{" + ''"name": "(?P${name}.*)", "address": "(?P<email>.+)", "name-addr": ".*"'' + "}[,\\]]?'";
  shellcommand_external_filtering = "False";
};
  "accounts.<name>.mbsync.groups.<name>.channels.<name>.name" = name1: name2: name: "${name1}";
  "accounts.<name>.mbsync.groups.<name>.name" = name1: name: "${name1}";
  "accounts.<name>.neomutt.sendMailCommand" = name: if config.msmtp.enable then
  "msmtpq --read-envelope-from --read-recipients"
else
  null;
  "accounts.<name>.thunderbird.perIdentitySettings" = name: _: { };
  "accounts.<name>.thunderbird.settings" = name: _: { };
}
