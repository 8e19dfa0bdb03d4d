/** Parameters as they arrive: texts, in branches by name. An array is a branch named 0, 1, 2 …. */
export type Given = string | Branch;
export interface Branch {
  [name: string]: Given;
}

/** Decodes `a[b][0]=c`, with `a[]=c` for the next place of a list. */
export function decodeForm(text: string): Branch {
  const root = emptyBranch();
  for (const [name, value] of new URLSearchParams(text)) {
    const [first = '', ...rest] = name.split('[').map((part) => part.replace(/\]$/, ''));
    put(root, [first, ...rest], value);
  }
  return root;
}

/** Without a prototype: a parameter may have any name, `__proto__` among them. */
function emptyBranch(): Branch {
  return Object.create(null) as Branch;
}

function put(branch: Branch, path: readonly string[], value: string): void {
  const [part = '', ...rest] = path;
  const name = part === '' ? String(Object.keys(branch).length) : part;
  if (rest.length === 0) {
    branch[name] = value;
    return;
  }
  const next = branch[name];
  const inner = typeof next === 'object' ? next : emptyBranch();
  branch[name] = inner;
  put(inner, rest, value);
}
