throw "never asked for"
