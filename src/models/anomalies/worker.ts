import { type Anomalies, type AnomalyTask, anomaliesOf } from './anomalies.js';

/** What the thread does that looks for what is out of line: a series in, its odd values out. */
export default function anomalies(task: AnomalyTask): Anomalies {
  return anomaliesOf(task);
}
