import { projectPath } from '~/features/projects/sections';

const PAGES = [
  { key: 'finance', text: 'The money at a glance', path: '/finance' },
  {
    key: 'reconciliation',
    text: 'Reconciliation: where the figures differ and why',
    path: '/finance/reconciliation',
  },
  { key: 'appraisal', text: 'Appraisal: present value and payback', path: '/finance/appraisal' },
] as const;

/** From one page of a project's money to the others. */
export function FinanceLinks({
  projectRef,
  here,
}: {
  projectRef: string;
  here: (typeof PAGES)[number]['key'];
}) {
  const others = PAGES.filter(({ key }) => key !== here);
  return (
    <p className="govuk-body app-no-print">
      {others.map(({ key, text, path }, at) => (
        <span key={key}>
          {at > 0 ? ' · ' : null}
          <a className="govuk-link" href={projectPath(projectRef, path)}>
            {text}
          </a>
        </span>
      ))}
    </p>
  );
}
