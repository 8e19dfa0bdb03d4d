import { Card, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Page } from '../../kit/shown';
import { useBooks } from '../books';
import { FILES } from './files';
import { FileRow } from './file-row';

interface Stretch {
  readonly from?: string;
  readonly to?: string;
}

/** The books and their lists as files, of all time or of a stretch of days. */
export function ExportsPage() {
  const { t } = useTranslation();
  const books = useBooks();
  const [form] = Form.useForm<Stretch>();
  const { from, to } = Form.useWatch<Stretch>([], form) ?? {};
  const stretch = { ...(from && { from }), ...(to && { to }) };
  // Lists belong to communities; a street that keeps books has its books alone.
  const files = FILES.filter(({ name }) => name === 'books' || books.kind === 'COMMUNITY');
  return (
    <Page title={t('audit.exports')}>
      <p className="audit-lead">{t('audit.exports.says')}</p>
      <Form form={form} layout="vertical" className="audit-filter audit-stretch">
        <Form.Item name="from" label={t('audit.from')}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="to" label={t('audit.to')}>
          <Input type="date" />
        </Form.Item>
      </Form>
      <Card size="small">
        <ul className="audit-files">
          {files.map((file) => (
            <FileRow key={file.name} of={file} slug={books.slug ?? ''} {...stretch} />
          ))}
        </ul>
      </Card>
    </Page>
  );
}
