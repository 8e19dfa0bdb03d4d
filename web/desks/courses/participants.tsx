import { Flex } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CourseEnrol, CourseLeave } from '../../generated/operations';
import { ActButton } from '../kit/act-form';
import { Moment } from '../kit/figures';
import { Part } from '../kit/part';
import { Nothing, Shown } from '../kit/shown';
import { nameOf, type OfCourse } from './whole';

/** Who takes part: enrolled by themselves, or by whoever gives the course or keeps the register. */
export function Participants({
  course,
  people,
  again,
  finder,
}: OfCourse & { readonly finder?: ReactNode }) {
  const { t } = useTranslation();
  const { id, place } = course;
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
            onDone={again}
          />
        )
      }
    >
      <Shown read={people}>
        {(all) =>
          all.length === 0 ? (
            <Nothing says={t('courses.participants.none')} />
          ) : (
            <Flex vertical gap={4} component="ul" style={{ padding: 0, margin: 0 }}>
              {all.map(({ resident, enrolledAt }) => (
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
                        onDone={again}
                      />
                    )}
                  </Flex>
                </li>
              ))}
            </Flex>
          )
        }
      </Shown>
    </Part>
  );
}
