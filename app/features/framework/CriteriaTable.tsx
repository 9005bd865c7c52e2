import { DataTable } from '~/ui/DataTable';
import { Tag } from '~/ui/Tag';
import { criterionAnchor, percent, type CriterionShown } from './framework-view';

const KINDS: Readonly<Record<CriterionShown['kind'], string>> = {
  computed: 'Computed from the record',
  evidence: 'Evidence, attested and seen',
  'sign-off': 'Sign-off',
};

/** What the framework's numbers for a criterion mean. */
function parameterWords({ name, value }: CriterionShown['parameters'][number]): string {
  switch (name) {
    case 'share':
      return `At least ${percent(value)}`;
    case 'months':
      return `${value} months`;
    case 'options':
      return `At least ${value} options`;
    case 'ahead':
      return `The next ${value} gates`;
    case 'allFromGate':
      return `All gates from Gate ${value} on`;
    default:
      return `${name} ${value}`;
  }
}

function Level({ level, authority }: CriterionShown) {
  switch (level) {
    case 'mandatory':
      return (
        <>
          <Tag tone="bad">Mandatory</Tag>
          {authority ? ` explanations accepted by ${authority}` : ''}
        </>
      );
    case 'waivable':
      return (
        <>
          <Tag tone="warn">Waivable</Tag> by {authority ?? 'its authority'}
        </>
      );
    case 'advisory':
      return <Tag>Advisory</Tag>;
    case 'advisory-below-threshold':
      return (
        <>
          <Tag tone="warn">Waivable</Tag> by {authority ?? 'its authority'}; advisory below the threshold
        </>
      );
  }
}

/** What must hold at one gate, word for word. */
export function CriteriaTable({
  caption,
  criteria,
}: {
  caption: string;
  criteria: readonly CriterionShown[];
}) {
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={criteria}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'wording',
          header: 'What must hold',
          cell: ({ id, task, wording, parameters, on }) => (
            <div id={criterionAnchor(id)}>
              <div>{task}</div>
              <div className="app-muted govuk-!-font-weight-regular">
                {wording}
                {parameters.length > 0 ? `. ${parameters.map(parameterWords).join('; ')}` : ''}
              </div>
              {on ? null : <Tag>Switched off</Tag>}
            </div>
          ),
        },
        { key: 'kind', header: 'How it passes', cell: ({ kind }) => KINDS[kind] },
        { key: 'level', header: 'Level', cell: (each) => <Level {...each} /> },
        { key: 'owner', header: 'Mended by', cell: ({ owner }) => owner },
        {
          key: 'standing',
          header: 'Asked at',
          cell: ({ standing, gate }) =>
            standing && gate < 5 ? `Gate ${gate} and every later gate` : `Gate ${gate}`,
        },
      ]}
    />
  );
}
