{ dir = true; }
