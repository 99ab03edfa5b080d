import { helpAnswer } from '../../../answering/help-answer.js';
import { defineQuestion } from '../../../answering/question.js';

/** What can be asked. */
const help = defineQuestion({
  family: 'sales',
  name: 'help',
  helpOrder: 17,
  words: ['help', 'commands', 'can you do', 'can i ask', 'what can you do', 'what can i ask'],
  optional: [],
  summary: 'What can be asked',
  examples: ['help'],
  answer: (_asked, shop) => helpAnswer('sales', shop),
});
export default help;
