import { Words } from '~/features/registers/Words';

/** A finding's arithmetic, one sum a line, in figures of one width. */
export function Sums({ steps, of }: { steps: readonly string[]; of: string }) {
  if (steps.length === 0) return null;
  return (
    <ul className="govuk-list app-finding__sums" aria-label={`Arithmetic: ${of}`}>
      {steps.map((step) => (
        <li key={step}>
          <Words>{step}</Words>
        </li>
      ))}
    </ul>
  );
}
