import { readFileSync, statSync } from 'node:fs';
import { runAs, type Account } from './run';

/**
 * PostgreSQL refuses to run as root, and a bare machine may have no other user than root. So root
 * lends the server an account every system has already; no user is created.
 */
export function serverAccount(cluster: string): Account {
  if (process.getuid?.() !== 0) return undefined;
  return ownerOf(cluster) ?? passwdEntry('postgres') ?? passwdEntry('nobody') ?? NOBODY;
}

const NOBODY = { uid: 65534, gid: 65534 };

/** Whoever wrote the cluster must go on serving it, also when root starts it later. */
function ownerOf(cluster: string): Account {
  const stat = statSync(cluster, { throwIfNoEntry: false });
  return stat && stat.uid !== 0 ? { uid: stat.uid, gid: stat.gid } : undefined;
}

function passwdEntry(name: string): Account {
  try {
    const line = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((entry) => entry.startsWith(`${name}:`));
    const [, , uid, gid] = line?.split(':') ?? [];
    // macOS writes nobody as -2; only plain positive ids can be lent.
    return Number(uid) > 0 && Number(gid) > 0 ? { uid: Number(uid), gid: Number(gid) } : undefined;
  } catch {
    return undefined;
  }
}

/** Asks the system itself, as that account: modes, ACLs and mounts all have their say. */
export async function canUse(account: Account, kind: 'x' | 'r', paths: string[]): Promise<boolean> {
  if (process.platform === 'win32') return true;
  const script = 'kind=$1; shift; for p in "$@"; do test "-$kind" "$p" || exit 1; done';
  return (await runAs(account, '/bin/sh', ['-c', script, 'sh', kind, ...paths])).code === 0;
}
