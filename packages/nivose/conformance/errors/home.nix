{
  home.username = "ry";
  home.homeDirectory = "/home/ry";
  home.stateVersion = "24.11";
}
