import { Button, Flex, Form, Input, type InputRef, Typography } from 'antd';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../kit/problems';
import { useReached } from '../device/network';
import { CameraButton } from '../scan/camera-button';
import type { Candidate, Find } from './use-find';

/** Where somebody is found: by a card that is scanned, the end of a number, or a name. */
export function FindCustomer(props: { readonly find: Find; readonly field: RefObject<InputRef> }) {
  const { find, field } = props;
  const { t } = useTranslation();
  const [text, setText] = useState('');
  return (
    <section aria-label={t('till.find')}>
      <Form layout="vertical" onFinish={() => void find.find(text)} requiredMark={false}>
        <Form.Item label={t('till.find.label')} htmlFor="till-find" style={{ marginBottom: 8 }}>
          <Flex gap="small">
            <Input
              id="till-find"
              ref={field}
              value={text}
              onChange={({ target }) => setText(target.value)}
              size="large"
              autoFocus
              autoComplete="off"
              aria-keyshortcuts="F2"
              placeholder={t('till.find.hint')}
            />
            <Button htmlType="submit" size="large" type="primary" loading={find.busy}>
              {t('till.find.go')}
            </Button>
            <CameraButton />
          </Flex>
        </Form.Item>
      </Form>
      {find.failure && <Failure error={find.failure} />}
      {find.people && <People people={find.people} choose={find.choose} />}
    </section>
  );
}

function People(props: {
  readonly people: readonly Candidate[];
  readonly choose: (candidate: Candidate) => void;
}) {
  const { t } = useTranslation();
  const isReached = useReached();
  if (props.people.length === 0)
    return (
      <Typography.Text role="status">
        {t(isReached ? 'till.find.nobody' : 'till.find.nobody-seen')}
      </Typography.Text>
    );
  return (
    <ul className="till-people" aria-label={t('till.find.people')}>
      {props.people.map((each, i) => (
        <li key={each.id}>
          <button
            type="button"
            className="till-person"
            autoFocus={i === 0}
            onClick={() => props.choose(each)}
          >
            <strong>{each.name ?? each.called}</strong>
            <span>{each.address}</span>
            {each.phoneEnd && <span>{t('till.phone-end', { end: each.phoneEnd })}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}
