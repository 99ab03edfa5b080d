import { helpAnswer } from '../../../answering/help-answer.js';
import { defineQuestion } from '../../../answering/question.js';

/** What can be asked. */
const help = defineQuestion({
  family: 'segment',
  name: 'help',
  words: ['help', 'commands', 'can you do', 'can i ask', 'what can you do', 'what can i ask'],
  optional: [],
  helpOrder: 118,
  summary: 'What can be asked',
  examples: ['help'],
  answer: (_asked, shop) => helpAnswer('segment', shop),
});
export default help;
