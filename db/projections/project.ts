import type { Project } from '~/core/project/state';
import {
  appointmentRows,
  benefitRows,
  changeRows,
  conditionRows,
  debtRows,
  gateRows,
  projectRows,
  riskRows,
  savingRows,
  scheduleRows,
  totalRows,
} from '../schema/projections';
import { listHistory } from './project-history';
import { projectRow } from './project-row';
import { summaryOf } from './project-summary';
import type { Projection } from './projection';
import {
  appointmentRowsOf,
  benefitRowsOf,
  changeRowsOf,
  conditionRowsOf,
  debtRowsOf,
  riskRowsOf,
} from './register-rows';
import { savingRowsOf } from './saving-rows';
import { gateRowsOf, scheduleRowsOf } from './schedule-rows';

/** How a project is kept as rows for lists and registers. Raise the version with any change of what rows hold. */
export const projectProjection: Projection = {
  kind: 'project',
  version: 4,
  tables: [
    projectRows,
    totalRows,
    gateRows,
    scheduleRows,
    savingRows,
    riskRows,
    benefitRows,
    conditionRows,
    appointmentRows,
    changeRows,
    debtRows,
  ],
  history: listHistory,
  refsOf: (state) => ((state as Project).ref === '' ? [] : [(state as Project).ref]),
  rowsOf: (state, framework) => {
    const project = state as Project;
    const summary = summaryOf(project, framework);
    return [
      { table: projectRows, rows: [projectRow(project, framework, summary)] },
      { table: totalRows, rows: summary.byFy.map((each) => ({ project: project.id, ...each })) },
      { table: gateRows, rows: gateRowsOf(project) },
      { table: scheduleRows, rows: scheduleRowsOf(project) },
      { table: savingRows, rows: savingRowsOf(project) },
      { table: riskRows, rows: riskRowsOf(project, framework) },
      { table: benefitRows, rows: benefitRowsOf(project) },
      { table: conditionRows, rows: conditionRowsOf(project) },
      { table: appointmentRows, rows: appointmentRowsOf(project) },
      { table: changeRows, rows: changeRowsOf(project) },
      { table: debtRows, rows: debtRowsOf(project) },
    ];
  },
};
