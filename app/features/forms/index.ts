// Forms that give commands: plain posts that work without scripts and come back with all that was typed.
export { CommandForm, useMarks, usePageAction, type CommandFormProps, type Marks } from './CommandForm';
export { DoneNotice } from './DoneNotice';
export { MayOrWhy, type MayOrWhyProps } from './MayOrWhy';
export { Outcome, RefusalList, StaleNotice, type RefusalListProps } from './Outcome';
export { typedOf, useSentBack, useTyped, type FieldBack, type Typed } from './use-typed';
