{ description = "a rather long line of text"; value = [ 1 2 3 ; another = "thing behind it"; }
