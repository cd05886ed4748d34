/**
 * Names at the top of the options of NixOS, nix-darwin and Home Manager: a fleet's own options must lie below another one.
 * The option lists of the 24.11 and 26.05 releases have these.
 */
export const reservedNames: ReadonlySet<string> = new Set(
  (
    "_module accounts appstream assertions boot config console containers dbus dconf docker-containers " +
    "documentation dysnomia ec2 editorconfig environment fileSystems fonts gtk hardware home homebrew " +
    "i18n ids imports inputs isSpecialisation jobs krb5 launchd lib location manual meta nesting " +
    "networking news nix nixGL nixops nixpkgs oci openstack options pam passthru pkgs power " +
    "powerManagement programs qt qt5 security self services snapraid sound specialisation sshAuthSock " +
    "stubby swapDevices system systemd targets time uninstall users vdirsyncer virtualisation warnings " +
    "wayland xdg xfconf xresources xsession zramSwap " +
    // those of modules that presets bring in, and words that a module itself begins with
    "disko home-manager sops __functor _class _file _type disabledModules freeformType key require "
  )
    .trim()
    .split(" "),
);
