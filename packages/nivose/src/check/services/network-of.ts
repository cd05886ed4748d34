/** Which host of the fleet an address or a name leads to. */

import type { EvaluatedFleet, EvaluatedHost } from "../hosts/evaluated-fleet.ts";
import { networkFact } from "../hosts/facts/network.ts";
import { addressOf, isLoopback } from "./address.ts";

/** Nothing if it is not known, or if several have it. */
export function hostAt(written: string, from: EvaluatedHost, { hosts }: EvaluatedFleet): EvaluatedHost | undefined {
  const address = addressOf(written);
  if (isLoopback(address)) return from;
  const named =
    address.kind === "unknown" ? (host: EvaluatedHost) => namesOf(host).has(written.toLowerCase()) : undefined;
  const addressed = (host: EvaluatedHost): boolean => addressesOf(host).includes(written);
  const found = hosts.filter((host) => host.host.kind === "nixos" && (named ?? addressed)(host));
  return found.length === 1 ? found[0] : undefined;
}

function addressesOf(host: EvaluatedHost): string[] {
  return (host.fact(networkFact)?.addresses ?? []).map(({ address }) => address.replace(/\/.*$/u, ""));
}

/** A name with a domain may be a site that others serve; only one that says how machines are found counts. */
function namesOf(host: EvaluatedHost): ReadonlySet<string> {
  const { hostName, domain } = host.fact(networkFact) ?? {};
  const name = hostName ?? "";
  if (name === "") return new Set();
  const domains = [
    "local",
    "lan",
    "home.arpa",
    "internal",
    ...(domain === null || domain === undefined ? [] : [domain]),
  ];
  return new Set([name, ...domains.map((each) => `${name}.${each}`)].map((each) => each.toLowerCase()));
}
