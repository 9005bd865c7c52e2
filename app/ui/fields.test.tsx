import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { AnswerField } from './AnswerField';
import { ErrorSummary } from './ErrorSummary';
import { HiddenFields } from './HiddenFields';
import { MoneyField } from './MoneyField';
import { PartialDateField } from './PartialDateField';
import { RadiosField } from './RadiosField';
import { TextAreaField } from './TextAreaField';
import { TextField } from './TextField';

const ids = (html: string) => [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
const described = (html: string) =>
  [...html.matchAll(/aria-describedby="([^"]+)"/g)].flatMap((match) => (match[1] ?? '').split(' '));

describe('form fields', () => {
  it('tie hint and error to the input, in reading order, and say "Error:" to those who hear it', () => {
    const html = renderToStaticMarkup(
      <TextField name="title" label="Title" hint="As it is known" error="Enter a title" />,
    );
    expect(html).toContain('aria-describedby="title-hint title-error"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('<label class="govuk-label" for="title">');
    expect(html).toContain('<span class="govuk-visually-hidden">Error:</span> Enter a title');
  });

  it('describe themselves by nothing when there is neither hint nor error', () => {
    const html = renderToStaticMarkup(<TextField name="title" label="Title" />);
    expect(html).not.toContain('aria-describedby');
    expect(html).not.toContain('aria-invalid');
  });

  it('name only ids that exist', () => {
    const html = renderToStaticMarkup(
      <>
        <TextAreaField name="a" label="A" hint="h" error="e" maxLength={4000} />
        <PartialDateField name="b" label="B" error="e" />
        <RadiosField name="c" label="C" error="e" options={[{ value: '1', label: 'One', hint: 'h' }]} />
        <AnswerField name="d" label="D" hint="h">
          <TextField name="d.value" label="What" hint="h" />
        </AnswerField>
      </>,
    );
    const all = ids(html);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toEqual(expect.arrayContaining(described(html)));
  });

  it('can be reached from the error summary by the field’s own id, whatever the kind', () => {
    const html = renderToStaticMarkup(
      <>
        <ErrorSummary
          errors={['start', 'counted', 'scope', 'amount'].map((field) => ({ field, message: field }))}
        />
        <PartialDateField name="start" label="Start" error="e" />
        <RadiosField name="counted" label="Counted" options={[{ value: 'i', label: 'One' }]} />
        <AnswerField name="scope" label="Scope">
          <TextField name="scope.value" label="What" />
        </AnswerField>
        <MoneyField name="amount" label="Amount" />
      </>,
    );
    for (const field of ['start', 'counted', 'scope', 'amount']) {
      expect(html).toContain(`href="#${field}"`);
      expect(html).toMatch(new RegExp(`<input[^>]* id="${field}"`));
    }
  });

  it('keep a date of which the day is unknown, and mark only the part that is wrong', () => {
    const html = renderToStaticMarkup(
      <PartialDateField name="start" label="Start" defaultValue="2024-09" error="e" errorParts={['month']} />,
    );
    expect(html).toMatch(/name="start.month"[^>]* value="9"/);
    expect(html).toMatch(/name="start.year"[^>]* value="2024"/);
    expect(html).toMatch(/name="start.day"[^>]* value=""/);
    expect(html.match(/aria-invalid/g)).toHaveLength(1);
  });

  it('draw the inner input of an answer without a script, whatever is chosen', () => {
    const html = renderToStaticMarkup(
      <AnswerField name="scope" label="Scope" defaultValue="tbc">
        <TextField name="scope.value" label="What" />
      </AnswerField>,
    );
    expect(html).toContain('name="scope.value"');
    expect(html).not.toContain('hidden=""');
    expect(html).toMatch(/name="scope.kind" type="radio" checked="" value="tbc"/);
  });

  it('use no style attribute, which the content security policy refuses', () => {
    const html = renderToStaticMarkup(
      <>
        <MoneyField name="a" label="A" />
        <HiddenFields values={{ one: 1, many: ['x', 'y'], none: undefined }} />
      </>,
    );
    expect(html).not.toContain('style=');
    expect(html.match(/type="hidden"/g)).toHaveLength(3);
  });
});

describe('the error summary', () => {
  it('is nothing when nothing is wrong', () => {
    expect(renderToStaticMarkup(<ErrorSummary errors={[]} />)).toBe('');
  });

  it('can take focus and is announced', () => {
    const html = renderToStaticMarkup(<ErrorSummary errors={[{ message: 'Somebody else changed it' }]} />);
    expect(html).toContain('tabindex="-1"');
    expect(html).toContain('role="alert"');
    expect(html).toContain('There is a problem');
    expect(html).toContain('<li>Somebody else changed it</li>');
  });
});
