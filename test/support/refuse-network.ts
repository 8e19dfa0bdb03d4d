import net from 'node:net';

/**
 * Tests run against real parts of our own and nothing else: a connection to any other machine is
 * a mistake, and fails at once instead of passing wherever there happens to be a network.
 */
const connect = net.Socket.prototype.connect;

net.Socket.prototype.connect = function (this: net.Socket, ...args: unknown[]) {
  const host = hostOf(args);
  if (host !== undefined && !LOOPBACK.test(host)) {
    // As the system reports a failed connection, so that callers clean up as they would then.
    const message = `A test tried to connect to ${host}; tests may only use this machine.`;
    process.nextTick(() => this.destroy(new Error(message)));
    return this;
  }
  return Reflect.apply(connect, this, args) as net.Socket;
} as typeof connect;

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|::1|\[::1\])$/;

/** `connect` takes options, a port and host, a path, or all of it as an array made beforehand. */
function hostOf(args: unknown[]): string | undefined {
  const [first, second] = Array.isArray(args[0]) ? (args[0] as unknown[]) : args;
  if (typeof first === 'object' && first !== null) {
    const { host, path } = first as { host?: string; path?: string };
    return path === undefined ? (host ?? 'localhost') : undefined;
  }
  const isPort = typeof first === 'number' || /^\d+$/.test(String(first));
  if (!isPort) return undefined;
  return typeof second === 'string' ? second : 'localhost';
}
