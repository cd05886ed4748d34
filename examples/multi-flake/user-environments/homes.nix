# Homes on machines that are not NixOS: home-manager switch --flake ./user-environments#NAME
{
  player00-desktop = {
    user = "player00";
    profile = "desktop";
    system = "x86_64-linux";
    stateVersion = "26.05";
  };

  player00-minimal = {
    user = "player00";
    profile = "minimal";
    system = "x86_64-linux";
    stateVersion = "26.05";
  };
}
