import { App as AntApp, ConfigProvider, Skeleton, theme } from 'antd';
import en from 'antd/locale/en_US';
import zh from 'antd/locale/zh_CN';
import { Suspense } from 'react';
import { I18nextProvider } from 'react-i18next';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import { Provider } from 'urql';
import { catalogue, addWords } from '../../kit/words';
import words from '../../words/desk.json';
import { client } from '../kit/client';
import { useLanguage } from '../kit/figures';
import { chosenLanguage, speak } from '../kit/language';
import { Account } from './account';
import { DeskDoor } from './desk-door';
import { DESKS } from './desks';
import { Frame } from './frame';
import { Home } from './home';
import { NotHere } from './not-here';
import { SignIn } from './sign-in';
import { useDark } from './dark';
import { SignedIn } from './viewer';

addWords(words);
speak(chosenLanguage());

/** One green for all desks; the contrasts on it are those that WCAG AA asks for. */
const TOKEN = {
  ...{ colorPrimary: '#0b6e4f', colorLink: '#0b6e4f', linkDecoration: 'underline' },
  ...{ colorPrimaryHover: '#095a41', colorLinkHover: '#084d37' },
  ...{ colorSuccess: '#2b7a0b', colorSuccessBg: '#eef7ea' },
  ...{ colorWarning: '#8a5a00', colorWarningBg: '#fff6e0', colorError: '#c41d2b' },
  colorTextPlaceholder: 'rgba(0, 0, 0, 0.6)',
  ...{ fontSize: 15, borderRadius: 8, colorTextDescription: 'rgba(0, 0, 0, 0.65)' },
};
const DARK_TOKEN = {
  ...{ fontSize: TOKEN.fontSize, borderRadius: TOKEN.borderRadius, linkDecoration: 'underline' },
  ...{ colorPrimary: '#3fb98c', colorLink: '#5fd0a6', colorError: '#ff7a7d' },
  ...{ colorLinkHover: '#8ae3c2' },
  ...{ colorSuccess: '#6fcf5f', colorWarning: '#f0b04a', colorInfo: '#69a9f5' },
  colorTextDescription: 'rgba(255, 255, 255, 0.65)',
  colorTextPlaceholder: 'rgba(255, 255, 255, 0.6)',
};

/** Light words on that green could not be read. */
const DARK_PARTS = { Button: { primaryColor: '#04150f' } };

/** Whoever wants no motion gets none, and nothing waits for the end of one. */
const STILL = window.matchMedia('(prefers-reduced-motion: reduce)').matches;

export function App() {
  return (
    <I18nextProvider i18n={catalogue}>
      <Provider value={client}>
        <Themed />
      </Provider>
    </I18nextProvider>
  );
}

function Themed() {
  const [dark] = useDark();
  const algorithm = dark ? theme.darkAlgorithm : theme.defaultAlgorithm;
  return (
    <ConfigProvider
      locale={useLanguage() === 'en' ? en : zh}
      theme={{
        ...{ algorithm, token: { ...(dark ? DARK_TOKEN : TOKEN), motion: !STILL } },
        components: dark ? DARK_PARTS : {},
      }}
      button={{ autoInsertSpace: false }}
    >
      <AntApp>
        <BrowserRouter>
          <Suspense fallback={<Skeleton active style={{ padding: 24 }} />}>
            <Routes>
              <Route path="/sign-in" element={<SignIn />} />
              <Route
                element={
                  <SignedIn>
                    <Frame />
                  </SignedIn>
                }
              >
                <Route path="/desks" element={<Home />} />
                <Route path="/account" element={<Account />} />
                {DESKS.map((desk) => (
                  <Route
                    key={desk.name}
                    path={`/${desk.name}/*`}
                    element={<DeskDoor desk={desk} />}
                  />
                ))}
                <Route path="*" element={<NotHere />} />
              </Route>
              <Route path="/" element={<Navigate to="/desks" replace />} />
            </Routes>
          </Suspense>
        </BrowserRouter>
      </AntApp>
    </ConfigProvider>
  );
}
