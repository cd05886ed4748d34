# A Home Manager configuration that imports `homeModules.toshy`. `nix flake check` evaluates it.
{
  services.toshy = {
    enable = true;
    tray = true;

    # Sway does not start graphical-session.target by itself; Home Manager's module for it has this one.
    target = "sway-session.target";
    windowServices = [ "wlroots" ];
  };
}
