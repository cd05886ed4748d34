# A NixOS configuration that imports `nixosModules.toshy` and uses most of it. `nix flake check` evaluates it.
{
  services.toshy = {
    enable = true;

    # Only this keyboard; without the line, every one.
    devices = [ "Apple Inc. Magic Keyboard" ];

    # The desktop is Plasma: nobody has to look for the others.
    windowServices = [ "kwin" ];

    tray = true;
  };
}
