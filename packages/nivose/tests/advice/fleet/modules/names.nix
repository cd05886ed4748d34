{ networking.hostName = "sol"; }
