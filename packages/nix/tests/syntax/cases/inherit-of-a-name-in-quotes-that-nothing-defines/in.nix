{ inherit "=" "a b"; }
