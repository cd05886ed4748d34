a: f: [ (a |> f |> f) (f <| f <| a) (a |> x: x) ]
