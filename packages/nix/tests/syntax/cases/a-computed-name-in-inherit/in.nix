a: { inherit ${a} "${a}" "b" b; }
