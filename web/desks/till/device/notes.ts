/** A small word that a browser keeps, or refuses to: it is full, or keeps nothing of pages. */
export interface Notes {
  readonly read: (name: string) => string | null;
  readonly write: (name: string, word: string) => void;
}

const notesIn = (where: () => Storage): Notes => ({
  read: (name) => {
    try {
      return where().getItem(name);
    } catch {
      return null;
    }
  },
  write: (name, word) => {
    try {
      where().setItem(name, word);
    } catch {
      // It is known as long as the page lives, and heard again after that.
    }
  },
});

/** What this device keeps, and what this window does over a reload. */
export const onDevice = notesIn(() => localStorage);
export const inWindow = notesIn(() => sessionStorage);
