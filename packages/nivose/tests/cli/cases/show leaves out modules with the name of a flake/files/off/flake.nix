{ outputs = 
