{ pkgs, ... }:
{
  services.openssh.enable = true;
  environment.systemPackages = with pkgs; [
    findutils
    iputils
    nettools
    netcat
    nfs-utils
    rsync
  ];
  users.extraUsers.vagrant = {
    isNormalUser = true;
    createHome = true;
    description = "Vagrant user account";
    extraGroups = [
      "users"
      "wheel"
    ];
    home = "/home/vagrant";
    password = "vagrant";
    useDefaultShell = true;
    uid = 1000;
  };
  systemd.services.install-vagrant-ssh-key = {
    description = "Vagrant SSH key install (if needed)";
    after = [ "fs.target" ];
    wants = [ "fs.target" ];
    wantedBy = [ "multi-user.target" ];
    serviceConfig = {
      User = "vagrant";
      RemainAfterExit = true;
    };
  };
  security = {
    sudo.wheelNeedsPassword = false;
    sudo-rs.wheelNeedsPassword = false;
  };
}
