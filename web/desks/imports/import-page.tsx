import { Flex, Typography } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { addWords } from '../../kit/words';
import words from '../../words/imports.json';
import { Page } from '../kit/shown';
import { Found } from './found';
import { Going } from './going';
import { Interrupted } from './interrupted';
import { PickFile } from './pick-file';
import type { Noun } from './report';
import { Taken } from './taken';
import { Template } from './template';
import { useImport, type Import } from './use-import';
import './imports.css';

addWords(words);

interface Props {
  readonly noun: Noun;
  /** The short name of the community that it is for. */
  readonly community: string;
  /** The clocks on which it is told when something was taken in. */
  readonly timeZone: string;
  /** The way back to what the lines become. */
  readonly back: ReactNode;
  /** Called when a file is in. */
  readonly onTaken?: () => void;
}

/**
 * Takes a list in from a file: a template to fill in, the file, what it would do and what is wrong
 * with which line, and only then the file itself, once.
 */
export function ImportPage({ noun, community, timeZone, back, onTaken }: Props) {
  const { t } = useTranslation();
  const importing = useImport(noun, community, onTaken);
  return (
    <Page title={t(`imports.${noun}`)} actions={back}>
      <Typography.Paragraph style={{ maxWidth: 720, margin: 0 }}>
        {t(`imports.${noun}.says`)}
      </Typography.Paragraph>
      <div className="imports-steps">
        <Template noun={noun} />
        <PickFile of={importing} />
      </div>
      <Flex vertical gap="middle">
        <Now of={importing} timeZone={timeZone} back={back} />
      </Flex>
    </Page>
  );
}

/** Where the file is now. */
function Now(props: { readonly of: Import; readonly timeZone: string; readonly back: ReactNode }) {
  const { of, timeZone, back } = props;
  const { step } = of;
  switch (step.is) {
    case 'none':
      return null;
    case 'going':
      return <Going {...step} onStop={of.leave} />;
    case 'tried':
      return <Found report={step.report} timeZone={timeZone} of={of} />;
    case 'taken':
      return <Taken report={step.report} timeZone={timeZone} back={back} />;
    default:
      return <Interrupted step={step} of={of} />;
  }
}
