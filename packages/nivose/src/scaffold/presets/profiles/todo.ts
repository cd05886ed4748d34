/** The plan's own list, with boxes: each is ticked if the repository has the thing, and says where. */

import type { Fleet, Host } from "../../spec/fleet-spec.ts";
import { has } from "./facts.ts";

/** What the plan asks of each machine, by what the machine is. */
export function machineTasks({ hosts }: Pick<Fleet, "hosts">): string[] {
  const nixos = hosts.filter(({ kind }) => kind === "nixos");
  const darwin = hosts.filter(({ kind }) => kind === "darwin");
  const sections = nixos.map((host) => {
    const tasks = tasksOf(host);
    const title = host.description === "" ? host.name : `${host.name} (${host.description})`;
    return tasks.length === 0 ? [] : [`### ${title}`, ...tasks];
  });
  const names = darwin.map(({ name }) => name).join(" & ");
  if (darwin.length > 0)
    sections.push([
      `### MacBooks (${names})`,
      "- [x] Standardize cross-platform tools: `common/packages.nix`, `modules/home/`, `roles/workstation/`",
      "- [x] Improve Darwin-specific configurations: `modules/darwin/`",
      "- [x] Document MacOS-specific procedures: docs/macos.md",
    ]);
  return sections.filter((lines) => lines.length > 0).flatMap((lines, index) => (index === 0 ? lines : ["", ...lines]));
}

function tasksOf(host: Host): string[] {
  const notes = `docs/hosts/${host.name}.md`;
  const folder = `hosts/${host.name}/`;
  const does = (role: string): boolean => host.roles.includes(role);
  const offers = (service: string): boolean => host.services.includes(service);
  const tasks: readonly (readonly [boolean, string])[] = [
    [host.services.length > 0, `Organize service configurations: \`modules/nixos/services/\`, ${notes}`],
    [offers("monitoring"), "Improve monitoring setup: `modules/nixos/services/monitoring.nix`"],
    [offers("backup-server"), `Document backup procedures: docs/backup.md, ${notes}`],
    [does("container-host"), `Review and optimize container setup: \`${folder}default.nix\`, docs/containers.md`],
    [does("development"), "Optimize development environment: `roles/development/`, docs/development.md"],
    [
      !has(host, "gaming") && does("workstation"),
      "Review and update user configurations: `users/`, `users` in `fleet.nix`",
    ],
    [!has(host, "gaming") && does("workstation"), `Document system maintenance: docs/maintenance.md, ${notes}`],
    [has(host, "gaming"), "Optimize gaming-specific configurations: `modules/nixos/gaming.nix`"],
    [
      has(host, "gaming"),
      `Review and update graphics settings: \`modules/nixos/graphics.nix\`, \`${folder}default.nix\``,
    ],
    [has(host, "gaming"), "Document gaming setup procedures: docs/gaming.md"],
    [
      host.hardware === "bios",
      "Address boot sector issues: `modules/nixos/boot.nix`, `packages/boot-sectors/`, docs/boot.md",
    ],
    [does("low-resource"), "Optimize for low-resource usage: `roles/low-resource/`"],
    [does("low-resource"), `Document special considerations: docs/low-resource.md, ${notes}`],
  ];
  return tasks.filter(([isAsked]) => isAsked).map(([, task]) => `- [x] ${task}`);
}
