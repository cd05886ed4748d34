{ if = 1; a = 2; let = 3; }
