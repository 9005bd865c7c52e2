// The pieces every page is made of. They know no domain words, fetch nothing and work without a script.
// The page's root needs <html class="govuk-template"> and <body class="govuk-template__body">, and
// `app/ui/styles/main.scss`. Links are plain anchors; fields are uncontrolled and take their name as id.
export { AnswerField, type AnswerKind, type AnswerFieldProps } from './AnswerField';
export { Box, type BoxProps } from './Box';
export { Breadcrumbs, type Breadcrumb } from './Breadcrumbs';
export { buttonClass, Button, type ButtonVariant, type ButtonProps } from './Button';
export { ButtonGroup, type ButtonGroupProps } from './ButtonGroup';
export { ButtonLink, type ButtonLinkProps } from './ButtonLink';
export { Callout, type CalloutProps } from './Callout';
export { CheckboxesField, type CheckboxesFieldProps } from './CheckboxesField';
export { Columns, type ColumnsProps } from './Columns';
export { DataTable, type DataColumn, type TotalsRow, type DataTableProps } from './DataTable';
export { Details, type DetailsProps } from './Details';
export { Difference, type DifferenceRow, type DifferenceProps } from './Difference';
export { DisabledAction, type DisabledActionProps } from './DisabledAction';
export { EmptyState, type EmptyStateProps } from './EmptyState';
export { ErrorSummary, type ErrorItem, type ErrorSummaryProps } from './ErrorSummary';
export { FileField, type FileFieldProps } from './FileField';
export { FilterBar, type FilterBarProps } from './FilterBar';
export { Footer, type FooterProps } from './Footer';
export { Header, type NavItem, type HeaderUser, type HeaderProps } from './Header';
export { HiddenFields, type HiddenFieldsProps } from './HiddenFields';
export { InsetText } from './InsetText';
export { KeyFigures, type KeyFigure } from './KeyFigures';
export { MoneyField, type MoneyFieldProps } from './MoneyField';
export { NoticeBar, type NoticeBarProps } from './NoticeBar';
export { Page, type PageProps } from './Page';
export { PageHeading, type PageHeadingProps } from './PageHeading';
export { offeredPages, Pagination, type PaginationProps } from './Pagination';
export { Panel, type PanelProps } from './Panel';
export {
  PartialDateField,
  type DateParts,
  type DatePart,
  type PartialDateFieldProps,
} from './PartialDateField';
export { PlainText } from './PlainText';
export { RadiosField, type RadiosFieldProps } from './RadiosField';
export { RowList, type ListRow } from './RowList';
export { ScrollBox } from './ScrollBox';
export { Section, type SectionProps } from './Section';
export { SectionNav, type SectionNavItem, type SectionNavProps } from './SectionNav';
export { SelectField, type SelectOption, type SelectFieldProps } from './SelectField';
export { SkipLink } from './SkipLink';
export { SortHeader, type SortDirection, type SortHeaderProps } from './SortHeader';
export { SummaryList, type SummaryAction, type SummaryRow, type SummaryListProps } from './SummaryList';
export { Tag, type Tone, type Outcome, type TagProps } from './Tag';
export { TaskList, type TaskItem, type TaskListProps } from './TaskList';
export { TextAreaField, type TextAreaFieldProps } from './TextAreaField';
export { TextField, type TextFieldProps } from './TextField';
export { Time } from './Time';
export { Timeline, type TimelineItem } from './Timeline';
export { VisuallyHidden } from './VisuallyHidden';
export { WarningText } from './WarningText';
export { Choice, choiceId, type ChoiceOption, type ChoiceProps } from './choice';
export { classNames } from './class-names';
export { describedBy, FieldNotes, FieldShell, FieldsetShell, type FieldProps } from './field';
