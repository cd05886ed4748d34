{ hosts = { nobody = "10.0.0.1"; }; }
