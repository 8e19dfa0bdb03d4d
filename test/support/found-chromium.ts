import fs from 'node:fs';

export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Where there is none, a desk cannot be opened: that is said once in a run. */
export const hasChromium = fs.existsSync(CHROMIUM);
