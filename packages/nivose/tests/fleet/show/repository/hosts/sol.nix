{
  users.users = throw "the people of this host are not to be had";
  networking.firewall.enable = false;
  networking.firewall.interfaces = throw "nor are its interfaces";
}
