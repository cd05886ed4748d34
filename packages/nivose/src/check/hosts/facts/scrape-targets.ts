/** Whom the Prometheus of a host asks for figures, as far as its settings name machines and ports. */

import { fact } from "../fact.ts";

export interface ScrapeJob {
  readonly name: string;
  readonly targets: readonly string[];
}

const nix = `
if or' false (config.services.prometheus.enable == true) then
  concatMap (job: or' [ ] (whole [ {
    name = text job.job_name;
    targets = concatMap (each: map text each.targets) (if job.static_configs == null then [ ] else job.static_configs);
  } ])) (or' [ ] config.services.prometheus.scrapeConfigs)
else [ ]
`;

export const scrapeTargets = fact<readonly ScrapeJob[]>("scrapeTargets", { nixos: nix });
