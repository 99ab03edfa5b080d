import { loneThread } from '../lone-thread.js';
import { type Anomalies, type AnomalyTask, anomaliesOf } from './anomalies.js';

/** A series of so many values is tested in a few milliseconds, which is less than to ask a thread. */
const FEW = 150;

const run = loneThread(import.meta.url);

/** `anomaliesOf`, of a long series in a thread of its own: years of days take some hundred milliseconds. */
export const anomaliesApart = async (task: AnomalyTask): Promise<Anomalies> =>
  task.values.length > FEW ? run(task) : anomaliesOf(task);
