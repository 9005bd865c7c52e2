import type { ChangesPageProps } from './changes-view';
import { Exceptions } from './Exceptions';
import { Requests } from './Requests';
import { SideBySide } from './SideBySide';
import { SinceGate2List } from './SinceGate2List';

/** What a project promised beside what it says now, what stands beyond tolerance, and how what binds is moved. */
export function ChangesPage(props: ChangesPageProps) {
  return (
    <>
      <SinceGate2List changes={props.sinceGate2} projectRef={props.marks.ref} />
      {props.exceptions ? <Exceptions {...props} exceptions={props.exceptions} /> : null}
      {props.binds || props.requests.length > 0 ? <Requests {...props} /> : null}
      <SideBySide {...props} />
    </>
  );
}
