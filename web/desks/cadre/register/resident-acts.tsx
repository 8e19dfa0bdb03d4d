import { useTranslation } from 'react-i18next';
import {
  CadreEndCard,
  CadreEndPriority,
  CadreFreezeWallet,
  CadreGrantPriority,
  CadreIssueCard,
  CadreMoveOut,
  CadreRegisterResidents,
  CadreUnfreezeWallet,
} from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { localOf } from '../../kit/act-input';
import { Day } from '../../kit/figures';
import type { Row } from '../../kit/rows-input';
import { Lines } from '../parts/link-list';
import { Part } from '../../kit/part';
import { filledOf, usePeopleField } from './people';
import type { OfResident } from './resident';

const GROUPS = ['LOW_INCOME', 'DISABLED', 'AGED_ALONE', 'BEREAVED_PARENTS', 'ORPHAN'] as const;
const ENDS = ['LOST', 'DAMAGED', 'GIVEN_BACK'] as const;
const today = () => localOf(new Date()).slice(0, 10);

/** Somebody moves into the household, or the resident moves out. */
export function ResidentActs({ resident, again }: OfResident) {
  const { t } = useTranslation();
  const { id, household, movedOut } = resident;
  const people = usePeopleField();
  return (
    <>
      {household && (
        <ActButton
          document={CadreRegisterResidents}
          title={t('cadre.household.join')}
          go={t('cadre.household.register.go')}
          given={{ householdId: household.id }}
          effect={household.address}
          onDone={again}
          shape={({ residents }) => ({ residents: (residents as Row[]).map(filledOf) })}
          fields={[people]}
        />
      )}
      {movedOut === null && (
        <ActButton
          document={CadreMoveOut}
          title={t('cadre.move-out')}
          go={t('cadre.move-out')}
          given={{ residentId: id }}
          effect={t('cadre.move-out.effect')}
          danger
          onDone={again}
          fields={[{ name: 'movedOut', kind: 'day', label: t('cadre.moved-out'), first: today() }]}
        />
      )}
    </>
  );
}

/** The groups that give an allowance of goods. */
export function PriorityActs({ resident, again }: OfResident) {
  const { t } = useTranslation();
  return (
    <Part
      title={t('cadre.priorities')}
      actions={
        <ActButton
          document={CadreGrantPriority}
          title={t('cadre.priority.grant')}
          go={t('cadre.priority.grant')}
          given={{ residentId: resident.id }}
          effect={t('cadre.priority.effect')}
          onDone={again}
          fields={[
            {
              ...{ name: 'priorityGroup', kind: 'choice', label: t('cadre.priority.group') },
              options: GROUPS.map((each) => ({ value: each, label: t(`cadre.priority.${each}`) })),
            },
            { name: 'validFrom', kind: 'day', label: t('cadre.valid-from'), first: today() },
            { name: 'validUntil', kind: 'day', label: t('cadre.valid-until'), optional: true },
          ]}
        />
      }
    >
      <Lines
        lines={(resident.priorityGroups ?? []).map((each) => ({
          ...{ key: each.id, title: t(`cadre.priority.${each.priorityGroup}`) },
          says: (
            <>
              <Day of={each.validFrom} /> –{each.validUntil && <Day of={each.validUntil} />}
            </>
          ),
          side: (
            <ActButton
              document={CadreEndPriority}
              title={t('cadre.priority.end')}
              go={t('cadre.priority.end')}
              given={{ priorityId: each.id }}
              effect={t('cadre.priority.end.effect')}
              danger
              onDone={again}
              fields={[
                { name: 'validUntil', kind: 'day', label: t('cadre.valid-until'), first: today() },
              ]}
            />
          ),
        }))}
      />
    </Part>
  );
}

/** The card by which the till finds the resident. */
export function CardActs({ resident: { id, card }, again }: OfResident) {
  const { t } = useTranslation();
  const issue = (
    <ActButton
      document={CadreIssueCard}
      title={t(card ? 'cadre.card.replace' : 'cadre.card.issue')}
      go={t(card ? 'cadre.card.replace' : 'cadre.card.issue')}
      given={{ residentId: id }}
      effect={t(card ? 'cadre.card.replace.effect' : 'cadre.card.issue.effect')}
      danger={card !== null}
      onDone={again}
    />
  );
  return (
    <Part title={t('cadre.card')} actions={issue}>
      {card ? (
        <Lines
          lines={[
            {
              ...{ key: card.id, title: card.code },
              says: (
                <>
                  {t('cadre.card.issued')} <Day of={card.issuedAt.slice(0, 10)} />{' '}
                  {card.paper && (
                    <a href={card.paper} target="_blank" rel="noreferrer">
                      {t('cadre.card.print')}
                    </a>
                  )}
                </>
              ),
              side: (
                <ActButton
                  document={CadreEndCard}
                  title={t('cadre.card.end')}
                  go={t('cadre.card.end')}
                  given={{ cardId: card.id }}
                  effect={t('cadre.card.end.effect')}
                  danger
                  onDone={again}
                  fields={[
                    {
                      ...{ name: 'because', kind: 'choice', label: t('cadre.because') },
                      options: ENDS.map((each) => ({
                        ...{ value: each, label: t(`cadre.card-end.${each}`) },
                      })),
                    },
                  ]}
                />
              ),
            },
          ]}
        />
      ) : (
        t('cadre.card.none')
      )}
    </Part>
  );
}

/** Freezing a wallet, and letting it be used again. */
export function WalletActs(props: OfResident & { readonly frozen: boolean }) {
  const { resident, again, frozen } = props;
  const { t } = useTranslation();
  const reason = { name: 'reason', kind: 'text' as const, label: t('cadre.why') };
  const common = { given: { residentId: resident.id }, onDone: again, fields: [reason] };
  return frozen ? (
    <ActButton
      {...common}
      document={CadreUnfreezeWallet}
      title={t('cadre.wallet.unfreeze')}
      go={t('cadre.wallet.unfreeze')}
    />
  ) : (
    <ActButton
      {...common}
      document={CadreFreezeWallet}
      title={t('cadre.wallet.freeze')}
      go={t('cadre.wallet.freeze')}
      effect={t('cadre.wallet.freeze.effect')}
      danger
    />
  );
}
