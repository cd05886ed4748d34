{
      a = ''
          one
            two ${
/*nixfmt:disable*/
               x   y
        }
          three ${
/*nixfmt:enable*/
            x   y }
        '';
}
