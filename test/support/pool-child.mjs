/** Replies to messages as the test of the pool tells it to. */
let first;
process.on('message', message => {
  if ('first' in message) {
    first = message.first;
    process.send({ result: undefined });
  } else if (message.do === 'reply') process.send({ result: { first, process: process.pid, ...message } });
  else if (message.do === 'reply with rows') {
    for (const portion of [[1, 2], [3]]) process.send({ rows: portion });
    process.send({ result: { headline: 'many', rows: [] } });
  } else if (message.do === 'fail') process.send({ error: message.error });
  else if (message.do === 'die') process.kill(process.pid, 'SIGKILL');
  else if (message.do === 'compute forever') for (;;);
});
process.on('disconnect', () => process.exit());
