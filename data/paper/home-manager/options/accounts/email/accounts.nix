{
  config,
  lib,
  options,
  pkgs,
}:
{
  "<name>.alot.contactCompletion" = name: {
  command = "'\${pkgs.notmuch}/bin/notmuch address --format=json --output=recipients  date:6M..'";
  regexp = "'\\[?{\"name\": \"(?P${name}.*)\", \"address\": \"(?P<email>.+)\", \"name-addr\": \".*\"}[,\\]]?'";
  shellcommand_external_filtering = "False";
  type = "shellcommand";
};
  "<name>.mbsync.groups.<name>.channels.<name>.name" = name1: name2: name: "${name1}";
  "<name>.mbsync.groups.<name>.name" = name1: name: "${name1}";
  "<name>.neomutt.sendMailCommand" = name: if config.msmtp.enable then
  "msmtpq --read-envelope-from --read-recipients"
else
  null;
  "<name>.thunderbird.perIdentitySettings" = name: _: { };
  "<name>.thunderbird.settings" = name: _: { };
}
