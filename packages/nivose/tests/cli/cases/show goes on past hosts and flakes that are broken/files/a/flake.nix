{ outputs = ; }
