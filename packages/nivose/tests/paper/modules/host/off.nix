{ services.web.enable = false; }
