f: f let
