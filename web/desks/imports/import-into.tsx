import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ImportPlace } from '../../generated/operations';
import { found } from '../kit/found';
import { Nothing, Shown } from '../kit/shown';
import { useRead } from '../kit/use-read';
import { ImportPage } from './import-page';
import type { Noun } from './report';

interface Props {
  readonly noun: Noun;
  /** The community that the file is for. */
  readonly placeId: string;
  /** Where what is taken in is to be seen. */
  readonly backTo: string;
  readonly onTaken?: () => void;
}

/** The page on which a file is taken in for a community. */
export function ImportInto({ noun, placeId, backTo, onTaken }: Props) {
  const { t } = useTranslation();
  const read = useRead(ImportPlace, { id: placeId });
  return (
    <Shown read={read}>
      {({ node }) => {
        const place = found(node, 'slug');
        if (!place?.slug) return <Nothing says={t('desk.not-here')} />;
        return (
          <ImportPage
            {...{ noun, community: place.slug, timeZone: place.timeZone }}
            back={<Link to={backTo}>{t(`imports.back.${noun}`)}</Link>}
            {...(onTaken && { onTaken })}
          />
        );
      }}
    </Shown>
  );
}
