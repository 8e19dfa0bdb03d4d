import { useTranslation } from 'react-i18next';
import { CoursePage } from '../../courses/course-page';
import { ResidentPicker } from '../parts/resident-picker';
import { useWhere } from '../where';

/** A course, for cadres and officers: they enrol whoever asks them, and confirm who was there. */
export default function Course() {
  const { t } = useTranslation();
  const { here, holds } = useWhere();
  return (
    <CoursePage
      keepsRegister={(lineage) =>
        here !== null && lineage.includes(here.id) && holds('CADRE', 'OFFICER')
      }
      finder={(communityId) => (
        <ResidentPicker communityId={communityId} label={t('courses.resident')} />
      )}
    />
  );
}
