# Git. The name and the address are those in users.nix.
{ config, fleet, ... }:
let
  user = fleet.users.${config.home.username};
in
{
  programs.git = {
    enable = true;
    lfs.enable = true;
    ignores = [
      ".DS_Store"
      ".direnv/"
      "result"
    ];
    settings = {
      user = {
        name = user.fullName;
        inherit (user) email;
      };
      init.defaultBranch = "main";
      pull.rebase = true;
      push.autoSetupRemote = true;
      rebase.autoStash = true;
    };
  };
}
