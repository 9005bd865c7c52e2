import type { WhyNot } from '~/core/command/sent-back';
import { shortDay } from '~/core/time/iso-day';
import { Section } from '~/ui/Section';
import { Tag } from '~/ui/Tag';
import type { QuestionView } from './gate-view';
import { WhyForm } from './WhyForm';

export interface QuestionsProps {
  questions: readonly QuestionView[];
  gate: number;
  /** Why this person cannot answer; undefined when they can. */
  answer: WhyNot | undefined;
  projectRef: string;
}

/** One question with its answer, where there is one. */
export function QuestionText({ question }: { question: QuestionView }) {
  const { by, on, question: words, answered } = question;
  return (
    <>
      <p className="govuk-body govuk-!-margin-bottom-1">
        {by} asked on {shortDay(on)}: <span dir="auto">{words}</span>{' '}
        {answered ? null : <Tag tone="warn">Not answered</Tag>}
      </p>
      {answered ? (
        <p className="govuk-body">
          {answered.by} answered on {shortDay(answered.on)}: <span dir="auto">{answered.answer}</span>
        </p>
      ) : null}
    </>
  );
}

/** What the deciders asked, and the forms to answer. */
export function Questions({ questions, gate, answer, projectRef }: QuestionsProps) {
  if (questions.length === 0) return null;
  const open = questions.filter((each) => !each.answered).length;
  return (
    <Section title="Questions" note={open > 0 ? `${open} not answered` : 'all answered'} id="questions">
      {questions.map((question) => (
        <div key={question.id} id={`row-${question.id}`}>
          <QuestionText question={question} />
          {question.answered ? null : (
            <WhyForm
              command="answer-question"
              form={question.id}
              hidden={{ gate, questionId: question.id }}
              summary="Answer the question"
              button="Answer"
              field="answer"
              label="Your answer"
              whyNot={answer}
              projectRef={projectRef}
            />
          )}
        </div>
      ))}
    </Section>
  );
}
