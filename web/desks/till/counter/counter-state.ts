import { watched } from '../device/watched';

/** Nobody is being served: the page may be loaded anew. */
export const isCounterFree = watched(true);
