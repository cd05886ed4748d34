{
  system.stateVersion = "24.11";
  users.users = {
    ada.isNormalUser = true;
    root.isNormalUser = false;
  };
}
