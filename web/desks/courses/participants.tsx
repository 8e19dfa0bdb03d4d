import { Flex } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CourseEnrol, CourseLeave, CourseParticipants } from '../../generated/operations';
import { ActButton } from '../kit/act-form';
import { Moment } from '../kit/figures';
import { found } from '../kit/found';
import { Listed } from '../kit/listed';
import { Part } from '../kit/part';
import { useList } from '../kit/use-list';
import { nameOf, type OfCourse } from './whole';

/** Who takes part: enrolled by themselves, or by whoever gives the course or keeps the register. */
export function Participants({
  course,
  again,
  finder,
}: OfCourse & { readonly finder?: ReactNode }) {
  const { t } = useTranslation();
  const { id, place } = course;
  const list = useList(CourseParticipants, { id }, ({ node }) => found(node)?.participants);
  const done = () => {
    list.again();
    again();
  };
  return (
    <Part
      title={t('courses.participants')}
      actions={
        finder && (
          <ActButton
            document={CourseEnrol}
            title={t('courses.enrol')}
            go={t('courses.enrol')}
            given={{ courseId: id }}
            fields={[
              {
                ...{ name: 'residentId', kind: 'own', label: t('courses.resident') },
                control: finder as ReactElement,
              },
            ]}
            onDone={done}
          />
        )
      }
    >
      <Listed list={list} empty={t('courses.participants.none')}>
        {(people) => (
          <Flex vertical gap={4} component="ul" style={{ padding: 0, margin: 0 }}>
            {people.map(({ resident, enrolledAt }) => (
              <li key={resident?.id} style={{ listStyle: 'none' }}>
                <Flex justify="space-between" align="center" gap="small" wrap>
                  <span>
                    {nameOf(resident)} · <Moment of={enrolledAt} timeZone={place.timeZone} />
                  </span>
                  {resident && (
                    <ActButton
                      document={CourseLeave}
                      title={t('courses.leave')}
                      button={{
                        ...{ size: 'small', type: 'text' },
                        'aria-label': `${t('courses.leave')}: ${nameOf(resident)}`,
                      }}
                      go={t('courses.leave')}
                      effect={t('courses.leave.effect', { name: nameOf(resident) })}
                      given={{ courseId: id, residentId: resident.id }}
                      onDone={done}
                    />
                  )}
                </Flex>
              </li>
            ))}
          </Flex>
        )}
      </Listed>
    </Part>
  );
}
