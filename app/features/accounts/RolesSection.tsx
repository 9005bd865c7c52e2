import { CommandForm, MayOrWhy, useTyped } from '~/features/forms';
import { ROLE_TITLES } from '~/features/people/role-titles';
import { Button } from '~/ui/Button';
import { Section } from '~/ui/Section';
import { SelectField } from '~/ui/SelectField';
import { TextAreaField } from '~/ui/TextAreaField';
import type { AccountView } from './account-view';
import { ReasonForm } from './ReasonForm';
import { ROLE_DUTIES } from './role-duties';

/** The roles somebody holds across the programme, and the forms to grant and to take them away. */
export function RolesSection({ view }: { view: AccountView }) {
  const { roles, changes, name } = view;
  return (
    <Section title="Roles across the programme" id="roles" note={String(roles.held.length)}>
      {roles.held.length === 0 ? (
        <p className="govuk-body app-muted">{name} holds no role across the programme.</p>
      ) : (
        <ul className="app-rows">
          {roles.held.map(({ role, whyNotRevoke }) => (
            <li className="app-rows__row app-rows__row--untagged" key={role}>
              <div>
                <div className="app-rows__title">{ROLE_TITLES[role]}</div>
                <div className="app-rows__detail">{ROLE_DUTIES[role]}</div>
                {changes ? (
                  <MayOrWhy
                    whyNot={whyNotRevoke}
                    id={`revoke-${role}`}
                    label={`Take away ${ROLE_TITLES[role]}`}
                    projectRef=""
                  >
                    <ReasonForm
                      command="revoke-role"
                      form={role}
                      summary={`Take away ${ROLE_TITLES[role]}`}
                      hidden={{ role }}
                    />
                  </MayOrWhy>
                ) : null}
              </div>
            </li>
          ))}
        </ul>
      )}
      {changes ? <GrantForm view={view} /> : null}
    </Section>
  );
}

function GrantForm({ view }: { view: AccountView }) {
  const { grantable, whyNotGrant } = view.roles;
  const typed = useTyped('grant-role');
  if (grantable.length === 0) return null;
  return (
    <MayOrWhy whyNot={whyNotGrant} id="grant" label="Grant a role" projectRef="">
      <CommandForm command="grant-role" label="Grant a role">
        <SelectField
          {...typed.field('role')}
          label="Grant a role"
          placeholder="Choose a role"
          options={grantable.map((role) => ({ value: role, text: ROLE_TITLES[role] }))}
        />
        <TextAreaField
          {...typed.field('why')}
          label="Reason for granting it"
          hint="Kept in the record, beside your name"
          rows={2}
          maxLength={2_000}
        />
        <Button>Grant this role</Button>
      </CommandForm>
    </MayOrWhy>
  );
}
