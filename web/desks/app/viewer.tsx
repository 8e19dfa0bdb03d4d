import { createContext, type ReactNode, useContext, useEffect } from 'react';
import { Navigate, useLocation, useNavigate } from 'react-router';
import { Viewer } from '../../generated/operations';
import { SIGNED_OUT } from '../kit/client';
import { Failure } from '../kit/problems';
import { type Read, useRead } from '../kit/use-read';
import { Skeleton } from 'antd';
import { keepViewer, keptViewer, whenOther } from './kept-viewer';
import type { Me } from './desks';

const MeContext = createContext<{ me: Me; again: () => void } | null>(null);

/** Whoever is signed in; only below `<SignedIn>`. */
export function useMe(): Me {
  const held = useContext(MeContext);
  if (!held) throw new Error('useMe stands above SignedIn.');
  return held.me;
}

/** Reads anew who is signed in: a role, or whether the password is one's own. */
export function useMeAgain(): () => void {
  return useContext(MeContext)?.again ?? (() => undefined);
}

/** Shows its children to whoever is signed in, and the way to sign in to everybody else. */
export function SignedIn({ children }: { readonly children: ReactNode }) {
  const read = useRead(Viewer, {});
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const signIn = `/sign-in?to=${encodeURIComponent(pathname + search)}`;
  useEffect(() => {
    const leave = () => void navigate(signIn, { replace: true });
    window.addEventListener(SIGNED_OUT, leave);
    return () => window.removeEventListener(SIGNED_OUT, leave);
  }, [navigate, signIn]);
  const me = whoIs(read);
  useEffect(() => {
    if (read.data) keepViewer(read.data.me);
  }, [read.data]);
  const personId = me?.person.id;
  useEffect(
    () => (personId ? whenOther(personId, () => window.location.reload()) : undefined),
    [personId],
  );
  if (me)
    return <MeContext.Provider value={{ me, again: read.again }}>{children}</MeContext.Provider>;
  if (read.data) return <Navigate to={signIn} replace />;
  if (read.error) return <Failure error={read.error} again={read.again} />;
  return <Skeleton active style={{ padding: 24 }} />;
}

/** Without a network, a till goes on as whoever it was last. */
function whoIs({ data, error }: Read<{ readonly me: Me | null }>): Me | null {
  if (data) return data.me;
  return error?.networkError ? keptViewer() : null;
}
