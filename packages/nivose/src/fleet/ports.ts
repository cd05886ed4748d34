/** The ports that services name, and what the firewall of their host says of them. */

export interface Firewall extends Opened {
  readonly isOn: boolean;
  /** What is open on single interfaces only. */
  readonly interfaces: Readonly<Record<string, Opened>>;
}

export interface Opened {
  readonly tcp: readonly number[];
  readonly udp: readonly number[];
  /** `8000-8010` */
  readonly tcpRanges: readonly string[];
  readonly udpRanges: readonly string[];
}

export interface Port {
  readonly port: number;
  /** For which protocols the firewall opens it. */
  readonly open: readonly Protocol[];
  /** The interfaces on which alone it is open. */
  readonly interfaces: readonly string[];
}

export type Protocol = "tcp" | "udp";

export function portsOf(ports: readonly number[], firewall: Firewall | undefined): Port[] {
  return [...new Set(ports)]
    .toSorted((a, b) => a - b)
    .map((port) => {
      const open = firewall === undefined ? [] : openProtocols(port, firewall);
      const interfaces = Object.entries(firewall?.interfaces ?? {})
        .filter(([, opened]) => open.length === 0 && openProtocols(port, opened).length > 0)
        .map(([name]) => name);
      return { port, open, interfaces };
    });
}

function openProtocols(port: number, { tcp, udp, tcpRanges, udpRanges }: Opened): Protocol[] {
  const isOpen = (single: readonly number[], ranges: readonly string[]): boolean =>
    single.includes(port) || ranges.some((range) => isWithin(port, range));
  return [...(isOpen(tcp, tcpRanges) ? (["tcp"] as const) : []), ...(isOpen(udp, udpRanges) ? (["udp"] as const) : [])];
}

function isWithin(port: number, range: string): boolean {
  const [from = 0, to = 0] = range.split("-").map(Number);
  return from <= port && port <= to;
}
