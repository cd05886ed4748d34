folder: import (folder + "/pkgs") { lib = { }; }
