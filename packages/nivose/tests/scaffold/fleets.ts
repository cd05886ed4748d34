/** Random specs that are valid for a preset. */

import { Identity } from "@nivose/sops";
import fc from "fast-check";
import type { Preset } from "../../src/scaffold/preset.ts";
import { releases } from "../../src/scaffold/release.ts";
import { hostNames, loginNames } from "../../src/scaffold/spec/allowed-names.ts";
import type { FleetSpec, HostSpec } from "../../src/scaffold/spec/fleet-spec.ts";
import { isSystemUser } from "../../src/scaffold/spec/system-users.ts";

const hostName = fc
  .stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,12}[A-Za-z0-9]$/u)
  .filter((name) => hostNames.pattern.test(name));
const userName = fc
  .stringMatching(/^[a-z_][a-z0-9_-]{0,9}$/u)
  .filter((name) => !isSystemUser(name) && loginNames.pattern.test(name));
const recipient = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => Identity.generate(() => bytes).recipient);
const sentence = fc.stringMatching(/^[A-Za-z][A-Za-z0-9 .,'"\\${}-]{0,30}$/u);

const packageSpec = fc.record(
  {
    kind: fc.constantFrom("tool" as const, "toshy" as const),
    version: fc.constantFrom("0.1.0", "24.12.1", "2.0-rc1"),
    homepage: fc.constant("https://example.org/a"),
    license: fc.constantFrom("mit", "gpl3Only", "asl20"),
    systems: fc.subarray(["x86_64-linux", "aarch64-linux", "aarch64-darwin", "x86_64-darwin"] as const, {
      minLength: 1,
    }),
    formatter: fc.constantFrom("nixfmt" as const, "nixpkgs-fmt" as const),
  },
  { requiredKeys: [] },
);

export function specs(preset: Preset): fc.Arbitrary<FleetSpec> {
  const { choices } = preset;
  const some = (values: readonly string[]): fc.Arbitrary<string[]> => fc.subarray([...values]);
  return fc
    .record({
      users: fc.uniqueArray(userName, { maxLength: 3 }),
      hosts: fc.uniqueArray(hostName, {
        maxLength: choices.kinds.length === 0 ? 0 : 5,
        selector: (name) => name.toLowerCase(),
      }),
    })
    .chain(({ users, hosts }) =>
      fc.record(
        {
          name: hostName,
          description: sentence,
          namespace: fc.constantFrom("lab", "my-fleet", "x_1", "mxmlabs"),
          release: fc.constantFrom(...releases),
          hosts: fc.tuple(...hosts.map((name) => host(name, users, hosts, preset))),
          users: fc.tuple(
            ...users.map((name) =>
              fc.record({ name: fc.constant(name), fullName: sentence }, { requiredKeys: ["name"] }),
            ),
          ),
          shells: some(choices.shells),
          secrets: fc.record(
            {
              kind: fc.constantFrom("sops" as const, "none" as const),
              operators: recipient.map((age) => [{ name: "operator", age }]),
            },
            { requiredKeys: ["operators"] },
          ),
          deployment: fc.constantFrom(...(choices.deployments.length === 0 ? ["none"] : choices.deployments)),
          ci: some(["github", "forgejo"]),
          package: packageSpec,
        },
        { requiredKeys: ["name", "hosts", "users", "secrets"] },
      ),
    )
    .map((spec) => (choices.deployments.length === 0 ? without(spec, "deployment") : spec) as FleetSpec)
    .map((spec) => (preset.name === "package" ? spec : without(spec, "package")) as FleetSpec)
    .map((spec) => ({ ...spec, hosts: (spec.hosts ?? []).map((each) => afterOthers(each, spec.hosts ?? [])) }));
}

/** No host waits for one of a later wave. */
function afterOthers(host: HostSpec, hosts: readonly HostSpec[]): HostSpec {
  if (host.dependsOn === undefined) return host;
  const waves = new Map(hosts.map(({ name, wave = 1 }) => [name, wave]));
  return { ...host, dependsOn: host.dependsOn.filter((name) => waves.get(name)! <= (host.wave ?? 1)) };
}

function host(
  name: string,
  users: readonly string[],
  hosts: readonly string[],
  { choices }: Preset,
): fc.Arbitrary<HostSpec> {
  const some = (values: readonly string[]): fc.Arbitrary<string[]> => fc.subarray([...values]);
  const hardware = Object.entries(choices.hardware);
  return fc
    .constantFrom(...choices.kinds)
    .chain((kind) => {
      const fitting = hardware.flatMap(([each, { systems }]) =>
        systems
          .filter((system) => kind === "home" || system.endsWith("-darwin") === (kind === "darwin"))
          .map((system) => ({ hardware: each, system })),
      );
      return fc.constantFrom(...fitting).chain((place) =>
        fc.record(
          {
            name: fc.constant(name),
            kind: fc.constant(kind),
            hardware: fc.constant(place.hardware),
            system: fc.constant(place.system),
            description: sentence,
            disk: fc.constantFrom(...(choices.disks.length === 0 ? [""] : choices.disks)),
            roles: some(choices.roles),
            profiles: some(choices.profiles),
            users: some(users),
            services: kind === "nixos" ? some(choices.services) : fc.constant([]),
            tags: some(["edge", "canary", "web"]),
            wave: fc.nat(4),
            dependsOn: some(hosts.filter((other) => other < name)),
            age: recipient,
          },
          { requiredKeys: ["name", "kind", "hardware", "system"] },
        ),
      );
    })
    .map((spec) => (spec.kind === "nixos" && choices.disks.length > 0 ? spec : without(spec, "disk")) as HostSpec);
}

function without<Value extends object>(value: Value, name: string): Partial<Value> {
  return Object.fromEntries(Object.entries(value).filter(([each]) => each !== name)) as Partial<Value>;
}
