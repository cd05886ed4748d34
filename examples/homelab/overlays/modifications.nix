# Each change says why, and when it can go.
_final: prev: {
  # Helm with the plugin that shows what an upgrade would change. Stays until Helm can do that itself.
  kubernetes-helm = prev.wrapHelm prev.kubernetes-helm {
    plugins = [ prev.kubernetes-helmPlugins.helm-diff ];
  };
}
