a: { inherit ${ a ; }
