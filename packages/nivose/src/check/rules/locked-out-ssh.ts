/** Finds machines that are deployed over SSH and that nobody reaches by it: it is off, its port is closed, or it has moved. */

import { hasSsh, isPortOpen } from "../access/ways-in.ts";
import { type Machine, machinesOf } from "../access/known-machine.ts";
import { optionPlace } from "../hosts/option-place.ts";
import { deployed } from "../access/examples.ts";
import type { Found } from "../finding.ts";
import type { EvaluatedFleet } from "../hosts/evaluated-fleet.ts";
import { accessFact } from "../hosts/facts/access.ts";
import { networkFact } from "../hosts/facts/network.ts";
import { failingDefinitions } from "../hosts/facts/failing-definitions.ts";
import type { HostsRule } from "../rule.ts";

export const rule: HostsRule = {
  code: "locked-out-ssh",
  family: "safety",
  level: "error",
  class: "certain",
  reads: "hosts",
  needs: [accessFact, networkFact, failingDefinitions],
  title: "A machine that nobody reaches over SSH",
  explain:
    "deploy-rs, colmena or `fleet.nix` say that the machine is deployed from elsewhere, and its configuration has SSH off, or a " +
    "firewall that lets nobody in on its port. After the next deploy nobody gets in any more, and somebody has to go there. " +
    "Turn on `services.openssh.enable`, and `services.openssh.openFirewall` or `networking.firewall.allowedTCPPorts`.\n\n" +
    "That the tool connects to a port on which SSH does not listen is a guess, because something in between may pass it on; it is " +
    "left alone if no port is said and the fleet has settings of SSH clients, which may say it.\n\n" +
    "Of a change (`--changed`) it is also told that SSH was on and goes off, that its port was open and is closed, as when the " +
    "firewall is turned on, and that it moves to another port than the one that whoever deploys connects to. " +
    "Left alone are machines with another way in (SSH of Tailscale, an interface that the firewall trusts) and firewalls with " +
    "rules that are written as text.",
  example: {
    bad: deployed("{\n  services.openssh.enable = false;\n}\n"),
    good: deployed("{\n  services.openssh.enable = true;\n}\n"),
  },
  *check(fleet) {
    for (const machine of machinesOf(fleet)) {
      const found = ofChange(machine, fleet) ?? ofState(machine, fleet);
      if (found !== undefined) yield { class: machine.class, hosts: [machine.host.host.name], ...found };
    }
  },
};

const enable = ["services", "openssh", "enable"];

function ofState(machine: Machine, fleet: EvaluatedFleet): Found | undefined {
  const { reach, access, network, isUnread } = machine;
  if (reach === undefined || isUnread) return undefined;
  if (hasSsh(access) === false)
    return {
      text: `the machine is deployed over SSH (${reach.by}), and SSH is off on it`,
      hint: "set 'services.openssh.enable = true'",
      at: optionPlace([enable], machine.host, fleet),
    };
  const ports = access.ssh.ports ?? [];
  if (access.otherWays.length > 0 || ports.length === 0) return undefined;
  if (ports.every((port) => isPortOpen(port, access, network) === false))
    return closed(
      machine,
      `the machine is deployed over SSH (${reach.by}), and its firewall lets nobody in on port`,
      fleet,
    );
  if (ports.includes(reach.port) || (!reach.isPortSaid && saysHowToConnect(fleet))) return undefined;
  return {
    class: "heuristic",
    text: `the machine is deployed over port ${reach.port} (${reach.by}), and SSH listens on port ${ports.join(" and ")}`,
    hint: `tell what deploys it of port ${ports[0]}, or add ${reach.port} to 'services.openssh.ports'`,
    at: optionPlace([["services", "openssh", "ports"], enable], machine.host, fleet),
  };
}

/** Whether a file has settings of an SSH client in it, which may name another port. */
function saysHowToConnect({ repository }: EvaluatedFleet): boolean {
  return [...repository.files.values()].some((file) =>
    file.mentions("programs.ssh", "matchBlocks", "NIX_SSHOPTS", ".ssh/config"),
  );
}

function ofChange(machine: Machine, fleet: EvaluatedFleet): Found | undefined {
  const { before, access, network, reach } = machine;
  if (before === undefined || hasSsh(before.access) !== true) return undefined;
  if (hasSsh(access) === false)
    return {
      text: "this change turns SSH off",
      hint: "leave 'services.openssh.enable' on, unless there is another way into the machine",
      at: optionPlace([enable], machine.host, fleet),
    };
  const [old, now] = [before.access.ssh.ports ?? [], access.ssh.ports ?? []];
  if (access.otherWays.length > 0 || old.length === 0 || now.length === 0) return undefined;
  const wasOpen = old.some((port) => isPortOpen(port, before.access, before.network) === true);
  if (wasOpen && now.every((port) => isPortOpen(port, access, network) === false))
    return closed(machine, "with this change the firewall lets nobody in on the port of SSH,", fleet);
  const isMoved = old.every((port) => !now.includes(port)) && (reach === undefined || !now.includes(reach.port));
  if (!isMoved) return undefined;
  return {
    text: `this change moves SSH from port ${old[0]} to ${now[0]}, and whoever deploys connects to port ${reach?.port ?? old[0]}`,
    hint: `listen on both ports for one deploy, then tell the tool that deploys of port ${now[0]}`,
    at: optionPlace([["services", "openssh", "ports"]], machine.host, fleet),
  };
}

function closed(machine: Machine, text: string, fleet: EvaluatedFleet): Found {
  const { access, before } = machine;
  const port = access.ssh.ports![0]!;
  const firewall = ["networking", "firewall", "enable"];
  const options = [
    ...(before?.network.firewall?.isOn === false ? [firewall] : []),
    ["services", "openssh", "openFirewall"],
    firewall,
    ["services", "openssh", "ports"],
    enable,
  ];
  return {
    text: `${text} ${port}`,
    hint: `set 'services.openssh.openFirewall = true', or add ${port} to 'networking.firewall.allowedTCPPorts'`,
    at: optionPlace(options, machine.host, fleet),
  };
}
