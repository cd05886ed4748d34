# Accounts. Whoever has one administers the machine, unless users.nix says otherwise: it is a home lab.
{
  fleet,
  host,
  lib,
  pkgs,
  ...
}:
let
  withoutKey = builtins.filter (name: fleet.users.${name}.sshKeys == [ ]) host.users;
in
{
  users.users = lib.genAttrs host.users (
    name:
    {
      isNormalUser = true;
      description = fleet.users.${name}.fullName;
      extraGroups = lib.optionals fleet.users.${name}.admin [ "wheel" ];
      shell = pkgs.zsh;
      openssh.authorizedKeys.keys = fleet.users.${name}.sshKeys;
    }
    # Without a key nobody could ever log in. SSH takes no passwords, so this one is good at the console only.
    // lib.optionalAttrs (builtins.elem name withoutKey) { initialPassword = "change-me"; }
  );

  # Deployments come over SSH, from people who have no password here.
  security.sudo.wheelNeedsPassword = false;

  # A machine without users is reached by nobody, and that may be what is wanted: an image, a kiosk.
  users.allowNoPasswordLogin = host.users == [ ];

  warnings = map (
    name: "users.nix has no SSH key for ${name}: at the console of ${host.name}, the password is 'change-me'."
  ) withoutKey;
}
