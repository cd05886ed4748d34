/** Services that cannot do without another one, which is nowhere. */

import { catalogue } from "../../services/catalogue.ts";
import type { Need } from "../../services/operation.ts";
import type { EvaluatedFleet, EvaluatedHost } from "../hosts/evaluated-fleet.ts";
import { networkFact } from "../hosts/facts/network.ts";
import { optionPlace } from "../hosts/option-place.ts";
import { isMistaken } from "../hosts/mistaken.ts";
import type { HostsRule } from "../rule.ts";
import { mayHaveMore } from "../services/enabled.ts";
import { listenersOf } from "../services/listeners.ts";
import { type RunningService, runningServices } from "../services/running.ts";

export const rule: HostsRule = {
  code: "needed-service",
  family: "services",
  level: "warning",
  class: "certain",
  reads: "hosts",
  needs: [networkFact, runningServices],
  title: "A service without another one that it needs",
  explain:
    "A service is on that cannot do its work without another one, such as a database or a message broker, and none of those that would do " +
    "runs on any host of the fleet. Its module does not turn one on by itself, so it fails when it starts.\n\n" +
    "`nivose add service` adds one; or the service is told where another one is.\n\n" +
    "Left alone are services that are told where to find what they need, hosts on which something else listens on its port, such as a container, and " +
    "hosts with modules of which nothing is known.",
  example: {
    bad: `{
  services.zigbee2mqtt.enable = true;
}
`,
    good: `{
  services.zigbee2mqtt.enable = true;
  services.mosquitto = {
    enable = true;
    listeners = [ { users.zigbee2mqtt.acl = [ "readwrite #" ]; } ];
  };
}
`,
  },
  *check(fleet) {
    for (const host of fleet.hosts) {
      const network = host.fact(networkFact);
      if (network === undefined || mayHaveMore(network)) continue;
      for (const running of host.fact(runningServices) ?? []) {
        const { needs = [], title, options } = catalogue[running.service]!;
        // what runs containers is turned on along with the first of them
        if (options.startsWith("virtualisation.") || isMistaken([running.path], host)) continue;
        const missing = needs.find((need) => isMissing(need, running, host, fleet));
        if (missing === undefined) continue;
        const first = catalogue[missing.of[0]!]!.title;
        yield {
          text: `${title} needs a ${missing.kind.replaceAll("-", " ")}, and none runs on ${host.host.name} or on another host`,
          at: optionPlace([[...running.path, "enable"]], host, fleet),
          hint: `'nivose add service ${missing.of[0]!} --on ${host.host.name}' adds ${first}, or say where another one is`,
          hosts: [host.host.name],
          class: host.class,
        };
      }
    }
  },
};

function isMissing(
  { isBuiltIn, isOptional, of, kind }: Need,
  { path }: RunningService,
  host: EvaluatedHost,
  { hosts }: EvaluatedFleet,
): boolean {
  if (isBuiltIn === true || isOptional === true || of.length === 0 || kind === "dns") return false;
  if (hosts.some((each) => each.problem !== undefined)) return false;
  const runs = hosts.some((each) => (each.fact(runningServices) ?? []).some(({ service }) => of.includes(service)));
  const numbers = new Set(
    of.flatMap((name) => Object.values(catalogue[name]?.ports ?? {}).map(({ number }) => number)),
  );
  const isListened = hosts.some((each) => listenersOf(each).some(({ port }) => numbers.has(port)));
  return !runs && !isListened && !isToldElsewhere(path, host);
}

/** Whether the fleet says anything of where it finds something. */
function isToldElsewhere(path: readonly string[], { record }: EvaluatedHost): boolean {
  return (record?.options ?? []).some(
    ({ path: option, answer }) =>
      path.every((name, index) => option[index] === name) &&
      answer.kind === "option" &&
      (/server|host|address|database|broker|socket|url|mqtt/iu.test(option.slice(path.length).join(".")) ||
        /configFile|settingsFile|extraConfigFiles|environmentFile/iu.test(option.at(-1) ?? "") ||
        /:\/\/|sqlite/u.test(answer.value ?? "")),
  );
}
