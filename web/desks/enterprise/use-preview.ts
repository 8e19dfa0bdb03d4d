import { useCallback, useRef, useState } from 'react';
import { type CombinedError, useClient } from 'urql';
import { EnterprisePreview, type EnterprisePreviewQuery } from '../../generated/operations';
import type { EnterprisePreviewQueryVariables } from '../../generated/operations';
import type { Problem } from '../kit/use-act';

export type Preview = NonNullable<EnterprisePreviewQuery['previewRemittance']['preview']>;
export type Asking = EnterprisePreviewQueryVariables['input'];

interface State {
  /** What a remittance would do, and which one: what is recorded then is the same. */
  readonly seen?: { readonly asked: Asking; readonly preview: Preview };
  readonly problems: readonly Problem[];
  readonly failure?: CombinedError | undefined;
  readonly busy: boolean;
}

const NOTHING: State = { problems: [], busy: false };

/** Asks what a remittance would do; forgotten as soon as something else is written. */
export function usePreview() {
  const client = useClient();
  const [state, setState] = useState<State>(NOTHING);
  const latest = useRef(0);
  const ask = useCallback(
    async (asked: Asking) => {
      const turn = ++latest.current;
      setState({ problems: [], busy: true });
      const { data, error } = await client.query(EnterprisePreview, { input: asked }).toPromise();
      if (turn !== latest.current) return;
      const { preview, userErrors = [] } = data?.previewRemittance ?? {};
      const seen = preview ? { seen: { asked, preview } } : {};
      setState({ ...seen, problems: userErrors, failure: error, busy: false });
    },
    [client],
  );
  const forget = useCallback(() => {
    latest.current += 1;
    setState(NOTHING);
  }, []);
  return { ...state, ask, forget };
}
