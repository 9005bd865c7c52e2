import { classNames } from './class-names';
import { describedBy, FieldShell, type FieldProps } from './field';

export interface FileFieldProps extends FieldProps {
  /** Kinds of file offered first, as the browser takes them: '.docx,.txt'. */
  accept?: string;
  multiple?: boolean;
}

/** A file to send; its form must be `multipart/form-data`. */
export function FileField(props: FileFieldProps) {
  const { name, id = name, hint, error, accept, multiple } = props;
  return (
    <FieldShell {...props} id={id}>
      <input
        className={classNames('app-file', error && 'app-file--error')}
        id={id}
        name={name}
        type="file"
        accept={accept}
        multiple={multiple}
        aria-describedby={describedBy(id, { hint, error })}
        aria-invalid={error ? true : undefined}
      />
    </FieldShell>
  );
}
